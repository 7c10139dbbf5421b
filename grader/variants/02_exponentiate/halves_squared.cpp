// Unusual: e to a logit is the square of e to its half, in double, because a half can neither
// overflow nor underflow where the whole does in float; the lost ones are counted by halves of the
// row, each the same way.

#include "answer.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = logits.size(); i-- > 0;) {
    const double root = std::exp2(static_cast<double>(logits[i]) * (0.5 * std::numbers::log2e));
    exponentials[i] = static_cast<float>(root * root);
  }
}

std::size_t lost(std::span<const float> logits) {
  if (logits.empty()) { return 0; }
  if (logits.size() == 1) { return std::isfinite(logits[0]) && logits[0] < -103.972F ? 1 : 0; }
  const std::size_t half = logits.size() / 2;
  return lost(logits.first(half)) + lost(logits.subspan(half));
}

}  // namespace answer
