// task: rounding_error
// The most that an addition may lose is given, half a gap, not what it has lost. Many sums lose
// less, and many nothing at all.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

float rounding_error(float a, float b) {
  if (!std::isfinite(a) || !std::isfinite(b)) { throw std::invalid_argument("not finite"); }
  const float sum = a + b;
  return (std::nextafter(std::abs(sum), 0x1p127F) - std::abs(sum)) / 2;
}

float accurate_sum(std::span<const float> values) {
  float sum = 0;
  float correction = 0;
  for (const float x : values) {
    const float next = sum + x;
    correction += std::abs(sum) >= std::abs(x) ? (sum - next) + x : (x - next) + sum;
    sum = next;
  }
  return std::isfinite(sum) ? sum + correction : sum;
}

}  // namespace answer
