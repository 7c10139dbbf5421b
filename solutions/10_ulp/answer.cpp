// How far off a float is, counted in the gaps between floats.
#include "answer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace answer {
namespace {

// Steps from zero, to the right of it or to the left. The 31 bits behind the sign count them: IEEE
// 754 laid them out in the order of the numbers, subnormal ones, normal ones, infinity. Both zeros
// have the place 0. 64 bits, for the difference of two places needs 33.
std::int64_t place(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  const std::int64_t steps = bits & 0x7fffffffU;
  return (bits >> 31U) != 0 ? -steps : steps;
}

// The gap at a real number. Its exponent is asked for, not computed by a logarithm, which would
// round up to the next whole number just below a power of two.
double ulp(double y) {
  constexpr int least_exponent = -126;
  constexpr int bits_behind_the_point = 23;
  const int exponent = y == 0 ? least_exponent : std::max(std::ilogb(y), least_exponent);
  return std::ldexp(1.0, exponent - bits_behind_the_point);
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
  // In double: every float is one, and the difference of two numbers close to each other is exact.
  // The gap is that of the reference, the number that is right; the computed one may lie on the
  // other side of a power of two. Of an infinite computed number this is infinite.
  return (static_cast<double>(computed) - reference) / ulp(reference);
}

}  // namespace answer
