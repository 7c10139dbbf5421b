// task: exponentiate
// What overflows becomes the largest float and not inf. It is no longer seen that a number was too
// large, and all that are too large are equal.

// min(NaN, x) is NaN: the comparison is false.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials[i] = std::min(std::exp(logits[i]), std::numeric_limits<float>::max());
  }
}

std::size_t lost(std::span<const float> logits) {
  std::size_t count = 0;
  for (const float z : logits) {
    if (std::isfinite(z) && std::exp(z) == 0.0F) { ++count; }
  }
  return count;
}

}  // namespace answer
