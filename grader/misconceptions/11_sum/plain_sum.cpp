// task: accurate_sum
// The numbers are added one after the other, and what each addition loses is gone. Beside a large
// sum small numbers vanish, and when the large ones cancel nothing is left of them.
// thread: kekzl/imp#1314

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
  for (const float x : values) { sum += x; }
  return sum;
}

}  // namespace answer
