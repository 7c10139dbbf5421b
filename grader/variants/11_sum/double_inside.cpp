// Unusual: the sum in double, rounded once at the end; the error of one addition by sorting the
// two by size first.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace answer {

float rounding_error(float a, float b) {
  if (std::isnan(a) || std::isnan(b) || std::isinf(a) || std::isinf(b)) {
    throw std::invalid_argument("not finite");
  }
  const auto [small, large] =
      std::minmax({a, b}, [](float x, float y) { return std::fabs(x) < std::fabs(y); });
  const float sum = small + large;
  return static_cast<float>((static_cast<double>(large) - static_cast<double>(sum)) +
                            static_cast<double>(small));
}

float accurate_sum(std::span<const float> values) {
  return static_cast<float>(std::accumulate(values.begin(), values.end(), 0.0));
}

}  // namespace answer
