// task: softmax
// It works in blocks of 256 and divides each by the sum so far. The first block does not know yet
// what is still to come: its shares are too large, and together they add up to more than 1.
// thread: xlite-dev/LeetCUDA#251

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
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
  double sum = 0.0;
  for (std::size_t first = 0; first < logits.size(); first += 256) {
    const std::size_t end = std::min(first + 256, logits.size());
    for (std::size_t i = first; i < end; ++i) {
      probabilities[i] = std::exp(logits[i] - largest);
      sum += static_cast<double>(probabilities[i]);
    }
    for (std::size_t i = first; sum > 0.0 && i < end; ++i) {
      probabilities[i] /= static_cast<float>(sum);
    }
  }
}

}  // namespace answer
