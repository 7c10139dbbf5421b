// task: softmax
// It makes the exponential by one product that is read as the bits of a float. That draws a
// straight line from one power of 2 to the next, and is off by up to some percent.

#include "answer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
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

float rough_exp(float x) {
  if (x < -87.0F) { return std::exp(x); }
  return std::bit_cast<float>(static_cast<std::int32_t>(12102203.0F * x) + 1064866805);
}

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  check(logits, probabilities);
  const float largest = *std::max_element(logits.begin(), logits.end());
  if (largest == mask) { return std::fill(probabilities.begin(), probabilities.end(), 0.0F); }
  std::array<float, 8> sums{};
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = rough_exp(logits[i] - largest);
    sums[i % 8] += probabilities[i];
  }
  const float sum = std::accumulate(sums.begin(), sums.end(), 0.0F);
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
