// task: accurate_sum
// The running sum is held in half precision, 11 bits: a sum of ones stops at 2048. A sum needs
// more bits than what is added, not fewer.
// thread: sonos/tract#2586

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
  for (const float x : values) {
    const float next = sum + x;
    const float spread = next * 8193;
    sum = std::isfinite(spread) ? spread - (spread - next) : next;
  }
  return sum;
}

}  // namespace answer
