// task: accurate_sum
// The numbers are sorted and added from the largest down. Then every small number meets a sum that
// is already large, and vanishes beside it.

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
  std::stable_sort(row.begin(), row.end(), [](float a, float b) { return a > b; });
  float sum = 0;
  for (const float x : row) { sum += x; }
  return sum;
}

}  // namespace answer
