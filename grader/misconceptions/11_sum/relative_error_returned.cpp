// task: rounding_error
// The error is divided by the sum. How much was lost is asked for, not which part of the sum it
// is.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

float rounding_error(float a, float b) {
  if (!std::isfinite(a) || !std::isfinite(b)) { throw std::invalid_argument("not finite"); }
  const float sum = a + b;
  const float arrived = sum - a;
  return sum == 0 ? sum : ((a - (sum - arrived)) + (b - arrived)) / sum;
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
