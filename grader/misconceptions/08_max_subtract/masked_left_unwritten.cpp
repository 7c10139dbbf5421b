// task: softmax
// The shares of masked tokens are not written. What the caller's memory held stays there: a share
// of 0 must be written as well.

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
    for (std::size_t i = 0; i < logits.size(); ++i) {
      if (!masked[i]) { probabilities[i] = 0; }
    }
    return;
  }
  float sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (masked[i]) { continue; }
    probabilities[i] = std::exp(logits[i] - max);
    sum += probabilities[i];
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!masked[i]) { probabilities[i] /= sum; }
  }
}

}  // namespace answer
