#pragma once
/// Sums, differences and products of balls, in a header so that loops over rows have no calls.
///
/// Error: the result is cut off, which adds at most one unit (2^(exponent - 127)) to the radius,
/// and none where nothing was cut off; proofs: CERTIFIED.md. Cost: 10 nanoseconds.

#include "engine/ball.hpp"

namespace softmax {
namespace ball_parts {

inline constexpr int bits = 128;
inline constexpr uint128 top_bit = uint128{1} << 127U;

// Which operand is larger, whether a bit was lost, by how much a result must be shifted: of random
// numbers no processor guesses them. So these choose by arithmetic what branches would choose.

/// One unit in the last place of 2^exponent, or none.
constexpr Magnitude unit_if(bool lost, std::int64_t exponent) {
  return {std::uint64_t{lost} << 63U, lost ? exponent - 126 : 0};
}

/// The midpoint high:low * 2^(exponent - 255), cut to 128 bits. What was cut off, and what was
/// inherited, is the radius.
inline Ball truncated(Wide value, std::int64_t exponent, bool negative,
                      const Magnitude& inherited) {
  if (value.high == 0) {
    if (value.low == 0) { return {0, 0, inherited, false}; }
    value = {value.low, 0};
    exponent -= bits;
  }
  const auto zeros = static_cast<unsigned>(leading_zeros(value.high));
  const uint128 high = (value.high << zeros) | ((value.low >> 1U) >> (bits - 1 - zeros));
  exponent -= zeros;
  return {high, exponent, unit_if(value.low << zeros != 0, exponent) + inherited, negative};
}

/// b's significand, `gap` bits lower.
inline Wide lowered(uint128 significand, std::int64_t gap) {
  if (gap == bits) { return {0, significand}; }
  const auto shift = static_cast<unsigned>(gap);
  return {significand >> shift, (significand << 1U) << (bits - 1 - shift)};
}

inline bool larger_size(const Ball& a, const Ball& b) {
  const bool larger_significand = a.significand > b.significand;
  return a.exponent == b.exponent ? larger_significand : a.exponent > b.exponent;
}

/// The midpoints of a sum, the larger first, and the radius that they bring.
struct Addends {
  uint128 large = 0;
  uint128 small = 0;
  std::int64_t exponent = 0;  ///< of the larger
  std::int64_t gap = 0;
  bool negative = false;  ///< the larger, and so the sum
  Magnitude inherited;
};

inline Addends ordered(const Ball& a, const Ball& b, bool turned) {
  const bool swap = larger_size(b, a);
  const std::int64_t gap = a.exponent - b.exponent;
  return {swap ? b.significand : a.significand,     swap ? a.significand : b.significand,
          swap ? b.exponent : a.exponent,           gap < 0 ? -gap : gap,
          swap ? b.negative != turned : a.negative, a.radius + b.radius};
}

/// large + small.
inline Ball added(const Addends& x, const Wide& small) {
  const uint128 sum = x.large + small.high;
  const bool carry = sum < x.large;
  const unsigned lost = unsigned{small.low != 0} | (unsigned{carry} & static_cast<unsigned>(sum));
  const uint128 high = (sum >> unsigned{carry}) | (uint128{carry} << 127U);
  const std::int64_t exponent = x.exponent + std::int64_t{carry};
  return {high, exponent, unit_if(lost != 0, exponent) + x.inherited, x.negative};
}

/// large - small.
inline Ball subtracted(const Addends& x, const Wide& small) {
  const uint128 borrow = small.low != 0 ? 1 : 0;
  return truncated({x.large - small.high - borrow, -small.low}, x.exponent, x.negative,
                   x.inherited);
}

/// A sum of which one midpoint at least is zero.
inline Ball sum_with_zero(const Ball& a, const Ball& b, bool turned) {
  const Magnitude inherited = a.radius + b.radius;
  if (b.zero_midpoint()) { return {a.significand, a.exponent, inherited, a.negative}; }
  return {b.significand, b.exponent, inherited, b.negative != turned};
}

/// a + b, or a - b if b is turned.
inline Ball sum(const Ball& a, const Ball& b, bool turned) {
  if (a.zero_midpoint() || b.zero_midpoint()) { return sum_with_zero(a, b, turned); }
  const Addends x = ordered(a, b, turned);
  if (x.gap > bits) {  // the smaller one is below half a unit
    return {x.large, x.exponent, unit_at(x.exponent) + x.inherited, x.negative};
  }
  const Wide small = lowered(x.small, x.gap);
  return (a.negative != b.negative) == turned ? added(x, small) : subtracted(x, small);
}

}  // namespace ball_parts

inline Ball operator+(const Ball& a, const Ball& b) { return ball_parts::sum(a, b, false); }

inline Ball operator-(const Ball& a, const Ball& b) { return ball_parts::sum(a, b, true); }

inline Ball operator*(const Ball& a, const Ball& b) {
  const Magnitude inherited =
      a.exact() && b.exact()
          ? Magnitude{}
          : midpoint_above(a) * b.radius + midpoint_above(b) * a.radius + a.radius * b.radius;
  return ball_parts::truncated(multiply(a.significand, b.significand), a.exponent + b.exponent + 1,
                               a.negative != b.negative, inherited);
}

/// Computes: whether a's midpoint is below b's.
inline bool operator<(const Ball& a, const Ball& b) {
  if (a.zero_midpoint() || b.zero_midpoint()) {
    return a.zero_midpoint() ? !b.zero_midpoint() && !b.negative : a.negative;
  }
  if (a.negative != b.negative) { return a.negative; }
  return a.negative ? ball_parts::larger_size(a, b) : ball_parts::larger_size(b, a);
}

}  // namespace softmax
