// task: ulp_distance
// The bits are subtracted as whole numbers. That counts the steps between numbers of one sign. A
// negative float has its upper bit set, so across zero the count is off by billions.

#include "answer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace answer {

std::size_t ulp_distance(float a, float b) {
  if (std::isnan(a) || std::isnan(b)) { throw std::invalid_argument("NaN has no place"); }
  const auto bits_of_a = std::bit_cast<std::uint32_t>(a);
  const auto bits_of_b = std::bit_cast<std::uint32_t>(b);
  return bits_of_a < bits_of_b ? bits_of_b - bits_of_a : bits_of_a - bits_of_b;
}

double error_ulp(float computed, double reference) {
  if (std::isnan(computed) || !std::isfinite(reference)) {
    throw std::invalid_argument("a number is missing");
  }
  const int exponent = reference == 0 ? -126 : std::max(std::ilogb(reference), -126);
  return (static_cast<double>(computed) - reference) / std::ldexp(1.0, exponent - 23);
}

}  // namespace answer
