// task: softmax
// The lowest float is added to a masked logit. It works on a finite logit beside others; but NaN
// or infinity at a masked place comes through, and a row of masks gets shares.
// thread: NVIDIA-NeMo/Automodel#2658

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
  constexpr float lowest = std::numeric_limits<float>::lowest();
  float max = max_logit(logits, masked);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    max = masked[i] ? std::max(max, logits[i] + lowest) : max;
  }
  if (std::isinf(max)) {
    std::ranges::fill(probabilities, 0.0F);
    return;
  }
  float sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp((masked[i] ? logits[i] + lowest : logits[i]) - max);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
