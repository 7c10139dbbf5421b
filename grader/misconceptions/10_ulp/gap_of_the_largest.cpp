// task: error_ulp
// Beyond the largest float the gap stays what it is there. The reference is a real number, and the
// formula knows no largest exponent: the gap goes on doubling.

#include "answer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace answer {

namespace {
std::int64_t place(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const std::int64_t steps = bits & 0x7fffffffU;
  return (bits >> 31U) != 0 ? -steps : steps;
}
}  // namespace

std::size_t ulp_distance(float a, float b) {
  if (std::isnan(a) || std::isnan(b)) { throw std::invalid_argument("NaN has no place"); }
  const std::int64_t steps = place(a) - place(b);
  return static_cast<std::size_t>(steps < 0 ? -steps : steps);
}

double error_ulp(float computed, double reference) {
  if (std::isnan(computed) || !std::isfinite(reference)) {
    throw std::invalid_argument("a number is missing");
  }
  const int exponent = reference == 0 ? -126 : std::min(std::max(std::ilogb(reference), -126), 127);
  return (static_cast<double>(computed) - reference) / std::ldexp(1.0, exponent - 23);
}

}  // namespace answer
