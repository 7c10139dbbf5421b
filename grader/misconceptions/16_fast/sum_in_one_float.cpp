// task: softmax
// It adds up the whole row, or a block of a thousand, in one float, one exponential after the
// other. Each addition rounds, and in a row of alike logits always the same way: a thousand of them
// cost more than eight sums side by side do, a hundred thousand two digits.

#include "answer.hpp"

#include <algorithm>
#include <array>
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
  const float largest = *std::max_element(logits.begin(), logits.end());
  if (largest == mask) { return std::fill(probabilities.begin(), probabilities.end(), 0.0F); }
  std::array<float, 8> sums{};
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - largest);
    sums[0] += probabilities[i];
  }
  const float sum = std::accumulate(sums.begin(), sums.end(), 0.0F);
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
