// task: rounding_error
// The larger of the two is chosen with its sign. Of -1000 and 1 it is the -1000 that counts: sizes
// are to be compared without signs.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

float rounding_error(float a, float b) {
  if (!std::isfinite(a) || !std::isfinite(b)) { throw std::invalid_argument("not finite"); }
  const float sum = a + b;
  return a < b ? a - (sum - b) : b - (sum - a);
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
