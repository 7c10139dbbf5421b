// task: softmax
// The results are written to, with zeros or with the first exponentials, before all logits have
// been looked at. A call that is then refused has written already, and the caller has lost what
// was there.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

float max_logit(std::span<const float> logits, std::span<const bool> masked) {
  if (logits.size() != masked.size()) { throw std::invalid_argument("sizes differ"); }
  float best = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (masked[i]) { continue; }
    if (!(logits[i] <= std::numeric_limits<float>::max())) {
      throw std::invalid_argument("NaN or +inf");
    }
    if (logits[i] > best) { best = logits[i]; }
  }
  return best;
}

void softmax(std::span<const float> logits, std::span<const bool> masked,
             std::span<float> probabilities) {
  if (logits.size() != masked.size() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("sizes differ");
  }
  std::ranges::fill(probabilities, 0.0F);
  const float best = max_logit(logits, masked);
  if (std::isinf(best)) { return; }
  float sum = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (masked[i]) { continue; }
    probabilities[i] = std::exp(logits[i] - best);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
