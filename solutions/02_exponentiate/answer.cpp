#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) {
    throw std::invalid_argument("logits and exponentials differ in size");
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    // The library rounds nearly as well as can be, over the whole range, and knows -inf and NaN. A
    // guard around it could only take something away.
    exponentials[i] = std::exp(logits[i]);
  }
}

std::size_t lost(std::span<const float> logits) {
  // A number is rounded to 0 if it is below half of the smallest positive float, 2^-149. The
  // logarithm of that half is a number that is known beforehand, and so no exponential is needed.
  const float threshold = -150.0F * std::log(2.0F);
  std::size_t count = 0;
  for (const float z : logits) {
    // A mask is far below the threshold too, but its 0 is right; NaN compares false.
    if (std::isfinite(z) && z < threshold) { ++count; }
  }
  return count;
}

}  // namespace answer
