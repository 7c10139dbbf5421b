// task: exponentiate
// e^z is computed as a power of two, with z log2(e) rounded to a float. What the rounding of a
// large exponent is off by, the result is off by as a factor.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  const float log2e = 1.44269504F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials[i] = std::exp2(logits[i] * log2e);
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
