// task: accurate_sum
// The numbers are added in pairs, then pairs of pairs. In a long row of like numbers that loses
// far less; but where large ones cancel, the small ones beside them are lost all the same.

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
  if (values.empty()) { return 0; }
  if (values.size() == 1) { return values[0]; }
  const std::size_t half = values.size() / 2;
  return accurate_sum(values.first(half)) + accurate_sum(values.subspan(half));
}

}  // namespace answer
