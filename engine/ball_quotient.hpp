#pragma once
/// The quotient of two balls, cut off as sums and products are (ball_arithmetic.hpp).
/// Cost: 30 nanoseconds.

#include "engine/ball_arithmetic.hpp"

namespace softmax {
namespace ball_parts {

/// x 2^scale, and the sign turned if that is asked for.
inline Ball scaled(const Ball& x, std::int64_t scale, bool turned) {
  const bool zero = x.zero_midpoint();
  const Magnitude& r = x.radius;
  return {x.significand,
          zero ? 0 : x.exponent + scale,
          {r.significand, r.zero() ? 0 : r.exponent + scale},
          !zero && x.negative != turned};
}

/// |a/b - A/B| <= (|A/B| rb + ra) / (|B| - rb), for midpoints A, B and radii ra, rb.
inline Magnitude inherited_by_quotient(const Ball& a, const Ball& b, const Magnitude& quotient) {
  if (a.exact() && b.exact()) { return {}; }
  return (quotient * b.radius + a.radius) / size_below(b);
}

/// Domain: the midpoint of a is not zero.
inline Ball quotient(const Ball& a, const Ball& b) {
  const bool carry = a.significand >= b.significand;
  const Quotient q = divide(carry ? a.significand - b.significand : a.significand, b.significand);
  const std::int64_t exponent = a.exponent - b.exponent - (carry ? 0 : 1);
  const uint128 significand = carry ? top_bit | (q.value >> 1U) : q.value;
  const bool lost = !q.exact || (carry && (low_half(q.value) & 1U) != 0);
  const Magnitude own = unit_if(lost, exponent);
  const Magnitude size = Magnitude::above_normal(significand, exponent - 127) + own;
  return {significand, exponent, own + inherited_by_quotient(a, b, size), a.negative != b.negative};
}

}  // namespace ball_parts

/// Domain: b does not hold zero (size_below(b) is not zero).
inline Ball operator/(const Ball& a, const Ball& b) {
  if (b.significand == ball_parts::top_bit && b.exact()) {
    return ball_parts::scaled(a, -b.exponent, b.negative);
  }
  if (a.zero_midpoint()) { return {0, 0, ball_parts::inherited_by_quotient(a, b, {}), false}; }
  return ball_parts::quotient(a, b);
}

}  // namespace softmax
