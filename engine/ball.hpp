#pragma once
/// A real number as 128 bits, an exponent and a proved radius: the inside of Certified.
///
/// A `Ball` is the enclosure [midpoint - radius, midpoint + radius], its midpoint
/// +-significand * 2^(exponent - 127). All of it is whole-number arithmetic: it neither overflows
/// nor underflows, and has the same bits with every compiler, flag and machine.
///
/// + - * and < are in ball_arithmetic.hpp, / in ball_quotient.hpp. All proofs: CERTIFIED.md.

#include <bit>
#include <cstdint>
#include <string>

#include "engine/magnitude.hpp"
#include "engine/uint128.hpp"

namespace softmax {

struct Ball {
  uint128 significand = 0;  ///< its top bit is set, or it is 0
  std::int64_t exponent = 0;
  Magnitude radius;
  bool negative = false;

  bool operator==(const Ball&) const = default;
  [[nodiscard]] bool zero_midpoint() const { return significand == 0; }
  [[nodiscard]] bool exact() const { return radius.zero(); }
};

/// Computes: significand 2^scale, exactly.
Ball ball_of(uint128 significand, std::int64_t scale, bool negative = false);

/// Computes: the double, exactly, as a ball of either kind. Domain: finite.
template <class B>
B exactly(double value);

/// Computes: whole 2^scale, exactly.
template <class B>
B exactly(std::uint64_t whole, std::int64_t scale);

/// Computes: the midpoint, exactly, as "[-]0xMANTISSApEXPONENT".
std::string hexadecimal(const Ball& x);

/// One unit in the last place of the midpoint: 2^(exponent - 127); zero of zero.
constexpr Magnitude unit_at(std::int64_t exponent) {
  return {std::uint64_t{1} << 63U, exponent - 126};
}
inline Magnitude unit(const Ball& x) {
  return x.zero_midpoint() ? Magnitude{} : unit_at(x.exponent);
}

/// Computes: |midpoint| from above.
inline Magnitude midpoint_above(const Ball& x) {
  return x.zero_midpoint() ? Magnitude{} : Magnitude::above_normal(x.significand, x.exponent - 127);
}

/// Computes: a lower bound of |x| for every real in the ball; zero where it may hold zero.
inline Magnitude size_below(const Ball& x) {
  const Magnitude midpoint = {high_half(x.significand), x.exponent + 1};
  return x.radius < midpoint ? below_difference(midpoint, x.radius) : Magnitude{};
}

inline Ball operator-(Ball x) {
  x.negative = !x.zero_midpoint() && !x.negative;
  return x;
}

/// Computes: e^x. Error: 2^-124 of it, and what the radius of x makes of it; exact at 0.
/// Domain: |midpoint| and radius below 2^28. Cost: 30 nanoseconds.
Ball exp(const Ball& x);

/// Computes: ln x. Error: 2^-122 |ln x| within 2^-7 of 1, elsewhere 2^-124 max(|ln x|, 1), and what
/// the radius of x makes of it; exact at 1.
/// Domain: x is positive (not negative, size_below(x) not zero). Cost: 500 nanoseconds.
Ball log(const Ball& x);

/// Computes: fraction 2^-1074, exactly.
Ball subnormal_exactly(std::uint64_t fraction, bool negative);

template <>
inline Ball exactly<Ball>(double value) {
  const auto pattern = std::bit_cast<std::uint64_t>(value);
  const auto biased = static_cast<std::int64_t>((pattern >> 52U) & 0x7ffU);
  const std::uint64_t fraction = pattern & ((std::uint64_t{1} << 52U) - 1);
  const bool negative = pattern >> 63U != 0;
  if (biased == 0) { return subnormal_exactly(fraction, negative); }
  constexpr std::uint64_t hidden = std::uint64_t{1} << 63U;
  return {make_uint128(hidden | (fraction << 11U), 0), biased - 1023, {}, negative};
}

template <>
Ball exactly<Ball>(std::uint64_t whole, std::int64_t scale);

}  // namespace softmax
