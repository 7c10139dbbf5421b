// task: error_ulp
// The difference is made a float before it is divided. It is then rounded to 24 bits, and where it
// is smaller than the smallest float nothing is left of it.

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
  const int exponent = reference == 0 ? -126 : std::max(std::ilogb(reference), -126);
  return static_cast<double>(static_cast<float>(static_cast<double>(computed) - reference)) /
         std::ldexp(1.0, exponent - 23);
}

}  // namespace answer
