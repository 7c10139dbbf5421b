// Softmax of any finite logits, some of them masked.
#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

}  // namespace

float max_logit(std::span<const float> logits, std::span<const bool> masked) {
  if (logits.size() != masked.size()) { throw std::invalid_argument("sizes differ"); }
  // -inf is the one start that is below every logit, and it is the answer if there is none.
  float max = -infinity;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    // Before anything else: what stands at a masked place may be NaN.
    if (masked[i]) { continue; }
    // Asked for by name: in a comparison NaN would lose silently.
    if (std::isnan(logits[i]) || logits[i] == infinity) {
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

  // Nothing has a share, and -inf - -inf below would be NaN.
  if (max == -infinity) {
    std::ranges::fill(probabilities, 0.0F);
    return;
  }

  // No exponent is above 0, so nothing overflows; and the maximum's own exponential is 1, so the
  // sum is at least 1. A difference beyond the floats is -inf, and e to it is 0: that is right, for
  // so small a share is 0 in any case.
  float sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    // Selected, not multiplied or added: NaN times 0 would be NaN.
    probabilities[i] = masked[i] ? 0.0F : std::exp(logits[i] - max);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
