// task: accurate_sum
// The numbers are added four at a time, and what is left over at the end is not. That shows only
// in rows whose length is no multiple of four.

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
  for (const float x : values.first(values.size() - values.size() % 4)) {
    const float next = sum + x;
    correction += std::abs(sum) >= std::abs(x) ? (sum - next) + x : (x - next) + sum;
    sum = next;
  }
  return std::isfinite(sum) ? sum + correction : sum;
}

}  // namespace answer
