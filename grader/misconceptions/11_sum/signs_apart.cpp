// task: accurate_sum
// The positive and the negative numbers are added up apart. Both sums are as large as the sizes
// allow, both are rounded, and their difference shows nothing but the rounding.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

float rounding_error(float a, float b) {
  if (!std::isfinite(a) || !std::isfinite(b)) { throw std::invalid_argument("not finite"); }
  const float sum = a + b;
  const float arrived = sum - a;
  return (a - (sum - arrived)) + (b - arrived);
}

float accurate_sum(std::span<const float> values) {
  float positive = 0;
  float negative = 0;
  for (const float x : values) {
    positive += x > 0 ? x : 0;
    negative += x > 0 ? 0 : x;
  }
  return positive + negative;
}

}  // namespace answer
