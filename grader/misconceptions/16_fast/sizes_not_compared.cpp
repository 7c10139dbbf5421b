// task: softmax
// It never compares the sizes of the two rows, and fills as much as there is room for. Shares of a
// part of the row are no shares of the row: the call is wrong, and must be refused.

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
  logits = logits.first(std::min(logits.size(), probabilities.size()));
  check(logits, probabilities.first(logits.size()));
  const float largest = *std::max_element(logits.begin(), logits.end());
  if (largest == mask) { return std::fill(probabilities.begin(), probabilities.end(), 0.0F); }
  std::array<float, 8> sums{};
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - largest);
    sums[i % 8] += probabilities[i];
  }
  const float sum = std::accumulate(sums.begin(), sums.end(), 0.0F);
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
