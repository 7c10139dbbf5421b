// task: ulp_distance
// The difference is divided by FLT_EPSILON, or numeric_limits::epsilon(). That is the gap at 1. At
// 1000 the gap is 512 times as wide, and below 1 it is narrower.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

std::size_t ulp_distance(float a, float b) {
  if (std::isnan(a) || std::isnan(b)) { throw std::invalid_argument("NaN has no place"); }
  if (a == b) { return 0; }
  constexpr double gap = std::numeric_limits<float>::epsilon();
  const double size =
      std::min(std::abs(static_cast<double>(a) - static_cast<double>(b)) / gap, 1e18);
  return static_cast<std::size_t>(size);
}

double error_ulp(float computed, double reference) {
  if (std::isnan(computed) || !std::isfinite(reference)) {
    throw std::invalid_argument("a number is missing");
  }
  const int exponent = reference == 0 ? -126 : std::max(std::ilogb(reference), -126);
  return (static_cast<double>(computed) - reference) / std::ldexp(1.0, exponent - 23);
}

}  // namespace answer
