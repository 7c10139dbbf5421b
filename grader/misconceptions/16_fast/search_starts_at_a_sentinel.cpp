// task: softmax
// The search for the maximum starts at -1e30, which stands for minus infinity. Logits below it
// cannot raise the maximum, and the row is given out as one of masks alone.
// thread: flashinfer-ai/flashinfer#4401

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();

void check(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("sizes");
  }
  for (const float z : logits) {
    if (std::isnan(z) || z == -mask) { throw std::invalid_argument("no logit"); }
  }
}

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  check(logits, probabilities);
  const float largest = std::accumulate(logits.begin(), logits.end(), -1e30F,
                                        [](float so_far, float z) { return std::max(so_far, z); });
  double sum = 0.0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - largest);
    sum += probabilities[i];
  }
  if (sum == 0.0) { return; }
  for (float& p : probabilities) { p = static_cast<float>(p / sum); }
}

}  // namespace answer
