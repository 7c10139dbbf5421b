#include "engine/ball.hpp"

#include <fmt/format.h>

#include <bit>

namespace softmax {
namespace {

constexpr int bits = 128;
constexpr uint128 top_bit = uint128{1} << 127U;

/// The midpoint high:low * 2^(exponent - 255), cut to 128 bits; what was cut off is in the radius.
Ball truncated(Wide value, std::int64_t exponent, bool negative) {
  if (value.high == 0) {
    value = {value.low, 0};
    exponent -= bits;
  }
  Ball ball;
  if (value.high == 0) { return ball; }
  const auto zeros = static_cast<unsigned>(leading_zeros(value.high));
  if (zeros > 0) {
    value.high = (value.high << zeros) | (value.low >> (bits - zeros));
    value.low <<= zeros;
  }
  ball.significand = value.high;
  ball.exponent = exponent - zeros;
  ball.negative = negative;
  if (value.low != 0) { ball.radius = unit(ball); }
  return ball;
}

/// b's significand, `gap` bits lower.
Wide lowered(uint128 significand, std::int64_t gap) {
  if (gap == 0) { return {significand, 0}; }
  if (gap == bits) { return {0, significand}; }
  const auto shift = static_cast<unsigned>(gap);
  return {significand >> shift, significand << (bits - shift)};
}

bool larger_size(const Ball& a, const Ball& b) {
  return a.exponent != b.exponent ? a.exponent > b.exponent : a.significand > b.significand;
}

/// |a| + |b| with the sign of a. Domain: |a| >= |b| > 0, at most 128 binades apart.
Ball added(const Ball& a, const Ball& b, std::int64_t gap) {
  const Wide small = lowered(b.significand, gap);
  const uint128 high = a.significand + small.high;
  if (high >= a.significand) { return truncated({high, small.low}, a.exponent, a.negative); }
  const Wide carried = {top_bit | (high >> 1U),
                        (high << 127U) | (small.low >> 1U) | (small.low & 1U)};
  return truncated(carried, a.exponent + 1, a.negative);
}

/// |a| - |b| with the sign of a. Domain: as above.
Ball subtracted(const Ball& a, const Ball& b, std::int64_t gap) {
  const Wide small = lowered(b.significand, gap);
  const uint128 borrow = small.low != 0 ? 1 : 0;
  return truncated({a.significand - small.high - borrow, -small.low}, a.exponent, a.negative);
}

Ball sum_of_midpoints(const Ball& a, const Ball& b) {
  const bool swap = larger_size(b, a);
  const Ball& large = swap ? b : a;
  const Ball& small = swap ? a : b;
  const std::int64_t gap = large.exponent - small.exponent;
  if (gap > bits) {  // the smaller one is below half a unit
    Ball sum = large;
    sum.radius = unit(large);
    return sum;
  }
  return large.negative == small.negative ? added(large, small, gap)
                                          : subtracted(large, small, gap);
}

}  // namespace

Ball ball_of(uint128 significand, std::int64_t scale, bool negative) {
  if (significand == 0) { return {}; }
  const int zeros = leading_zeros(significand);
  return {significand << static_cast<unsigned>(zeros), scale + 127 - zeros, {}, negative};
}

template <>
Ball exactly<Ball>(double value) {
  const auto pattern = std::bit_cast<std::uint64_t>(value);
  constexpr std::uint64_t hidden = std::uint64_t{1} << 52U;
  const std::uint64_t fraction = pattern & (hidden - 1);
  const auto biased = static_cast<std::int64_t>((pattern >> 52U) & 0x7ffU);
  const bool subnormal = biased == 0;
  return ball_of(subnormal ? fraction : hidden | fraction, (subnormal ? 1 : biased) - 1075,
                 pattern >> 63U != 0);
}

template <>
Ball exactly<Ball>(std::uint64_t whole, std::int64_t scale) {
  return ball_of(uint128{whole}, scale);
}

std::string hexadecimal(const Ball& x) {
  return fmt::format("{}0x{:016x}{:016x}p{}", x.negative ? "-" : "", high_half(x.significand),
                     low_half(x.significand), x.exponent - 127);
}

Ball operator+(const Ball& a, const Ball& b) {
  const Magnitude inherited = a.radius + b.radius;
  Ball sum;
  if (a.zero_midpoint() || b.zero_midpoint()) {
    sum = a.zero_midpoint() ? b : a;
    sum.radius = inherited;
    return sum;
  }
  sum = sum_of_midpoints(a, b);
  sum.radius = sum.radius + inherited;
  return sum;
}

Ball operator-(const Ball& a, const Ball& b) { return a + (-b); }

Ball operator*(const Ball& a, const Ball& b) {
  Ball product = truncated(multiply(a.significand, b.significand), a.exponent + b.exponent + 1,
                           a.negative != b.negative);
  if (a.exact() && b.exact()) { return product; }
  product.radius = product.radius + midpoint_above(a) * b.radius + midpoint_above(b) * a.radius +
                   a.radius * b.radius;
  return product;
}

namespace {

/// x 2^scale, and the sign turned if that is asked for.
Ball scaled(Ball x, std::int64_t scale, bool turned) {
  if (!x.zero_midpoint()) {
    x.exponent += scale;
    x.negative = x.negative != turned;
  }
  if (!x.exact()) { x.radius.exponent += scale; }
  return x;
}

}  // namespace

/// |a/b - A/B| <= (|A/B| rb + ra) / (|B| - rb), for midpoints A, B and radii ra, rb.
Ball operator/(const Ball& a, const Ball& b) {
  if (b.significand == top_bit && b.exact()) { return scaled(a, -b.exponent, b.negative); }
  Ball quotient;
  if (!a.zero_midpoint()) {
    const bool carry = a.significand >= b.significand;
    const Quotient q = divide(carry ? a.significand - b.significand : a.significand, b.significand);
    quotient.significand = carry ? top_bit | (q.value >> 1U) : q.value;
    quotient.exponent = a.exponent - b.exponent - (carry ? 0 : 1);
    quotient.negative = a.negative != b.negative;
    if (!q.exact || (carry && (q.value & 1U) != 0)) { quotient.radius = unit(quotient); }
  }
  if (a.exact() && b.exact()) { return quotient; }
  const Magnitude inherited =
      ((midpoint_above(quotient) + quotient.radius) * b.radius + a.radius) / size_below(b);
  quotient.radius = quotient.radius + inherited;
  return quotient;
}

bool operator<(const Ball& a, const Ball& b) {
  if (a.zero_midpoint() || b.zero_midpoint()) {
    return a.zero_midpoint() ? !b.zero_midpoint() && !b.negative : a.negative;
  }
  if (a.negative != b.negative) { return a.negative; }
  return a.negative ? larger_size(a, b) : larger_size(b, a);
}

}  // namespace softmax
