// task: accurate_sum
// It looks which infinities the row has, and does not think of NaN beside them. NaN is stronger
// than infinity: where there is one the sum is NaN.

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
  bool rises = false;
  bool falls = false;
  for (const float x : values) {
    rises = rises || (std::isinf(x) && x > 0);
    falls = falls || (std::isinf(x) && x < 0);
  }
  if (rises || falls) { return rises && falls ? NAN : rises ? INFINITY : -INFINITY; }
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
