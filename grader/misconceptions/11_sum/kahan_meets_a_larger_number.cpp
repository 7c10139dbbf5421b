// task: accurate_sum
// What is lost is fed into the next addition, and is right as long as the sum is the larger of the
// two. Where the number that comes is larger, the digits of the *sum* are lost, and nobody sees
// it.

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
  float sum = 0;
  float correction = 0;
  for (const float x : values) {
    const float mended = x - correction;
    const float next = sum + mended;
    correction = (next - sum) - mended;
    sum = next;
    if (!std::isfinite(sum)) { correction = 0; }
  }
  return sum;
}

}  // namespace answer
