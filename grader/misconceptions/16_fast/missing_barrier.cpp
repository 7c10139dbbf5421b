// task: softmax
// One of the partial sums is lost before they are added, as when two threads use one place without
// waiting for each other. The shares of a long row are too large; a short one does not show it.
// thread: JustVugg/colibri#1098

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
    sums[i % 8] += probabilities[i];
  }
  const float sum = std::accumulate(sums.begin(), sums.end() - 1, 0.0F);
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
