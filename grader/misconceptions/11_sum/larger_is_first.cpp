// task: rounding_error
// The first number is taken for the larger one. What has arrived of the second can be told exactly
// only if the first is at least as large; the other way round digits of the first are lost unseen.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

float rounding_error(float a, float b) {
  if (!std::isfinite(a) || !std::isfinite(b)) { throw std::invalid_argument("not finite"); }
  const float sum = a + b;
  const float arrived = sum - a;
  return b - arrived;
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
