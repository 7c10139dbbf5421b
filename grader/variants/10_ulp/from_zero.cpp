// Unusual: the way leads through zero: each number's steps from zero are counted by its exponent
// and its fraction, no bits are looked at; the gap is the distance to the next float, in long
// double.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace answer {

namespace {
// Below 2^-126 one step each 2^-149; then 2^23 steps in each power of two.
std::uint64_t steps_from_zero(float x) {
  constexpr std::uint64_t steps_a_power = 1U << 23U;
  const double size = std::abs(static_cast<double>(x));
  if (size < 0x1p-126) { return static_cast<std::uint64_t>(size / 0x1p-149); }
  if (std::isinf(size)) { return 255 * steps_a_power; }
  int exponent = 0;
  const double fraction = std::frexp(size, &exponent);
  return static_cast<std::uint64_t>(exponent + 126) * steps_a_power +
         static_cast<std::uint64_t>((fraction - 0.5) * 0x1p24);
}
}  // namespace

std::size_t ulp_distance(float a, float b) {
  if (a != a || b != b) { throw std::invalid_argument("NaN"); }
  if ((a < 0) != (b < 0)) { return steps_from_zero(a) + steps_from_zero(b); }
  return std::max(steps_from_zero(a), steps_from_zero(b)) -
         std::min(steps_from_zero(a), steps_from_zero(b));
}

double error_ulp(float computed, double reference) {
  if (std::isnan(computed) || std::isnan(reference) || std::isinf(reference)) {
    throw std::invalid_argument("not a number");
  }
  long double gap = 0x1p-149L;
  while (gap * 0x1p24L <= std::abs(static_cast<long double>(reference))) { gap *= 2; }
  return static_cast<double>(
      (static_cast<long double>(computed) - static_cast<long double>(reference)) / gap);
}

}  // namespace answer
