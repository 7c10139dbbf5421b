#include "engine/ball.hpp"
#include "engine/exp_table.hpp"

// e^x = 2^(k/4096) e^r, with k = floor(x 4096 / ln 2) and 0 <= r <= ln 2 / 4096: the power is a
// product of two out of tables, and e^r a short polynomial. The errors are counted in CERTIFIED.md.

namespace softmax {
namespace {

/// A fraction below 1 of 192 bits, (high + low 2^-64) 2^-128. It wraps: whole parts are lost.
struct Fraction {
  uint128 high;
  std::uint64_t low;
};

/// floor(2^192 ln 2 / 4096).
constexpr Fraction step = {make_uint128(0x000b17217f7d1cf7, 0x9abc9e3b39803f2f),
                           0x6af40f343267298b};

/// floor(2^51 * 4096 / ln 2).
constexpr std::uint64_t steps_in_one = 0xb8aa3b295c17f0bb;

consteval uint128 inverse_factorial(unsigned n) {
  uint128 product = 1;
  for (unsigned i = 2; i <= n; ++i) { product *= i; }
  return ~uint128{0} / product;
}

consteval std::uint64_t short_inverse_factorial(unsigned n) {
  return high_half(inverse_factorial(n));
}

Fraction operator-(const Fraction& a, const Fraction& b) {
  return {a.high - b.high - (a.low < b.low ? 1U : 0U), a.low - b.low};
}

bool operator<(const Fraction& a, const Fraction& b) {
  return a.high != b.high ? a.high < b.high : a.low < b.low;
}

Fraction operator*(std::uint64_t k, const Fraction& x) {
  const uint128 low = uint128{k} * x.low;
  return {k * x.high + high_half(low), low_half(low)};
}

/// significand * 2^(exponent - 127) without its whole part. Domain: exponent below 28.
Fraction fraction_of(uint128 significand, std::int64_t exponent) {
  const std::int64_t shift = exponent + 65;  // to 192 bits below the point
  if (shift <= -128) { return {}; }
  const auto left = static_cast<unsigned>(shift);
  const auto right = static_cast<unsigned>(64 - shift);
  if (shift >= 64) { return {significand << (left - 64), 0}; }
  if (shift > 0) { return {significand >> right, low_half(significand) << left}; }
  const uint128 small = significand >> static_cast<unsigned>(-shift);
  return {high_half(small), low_half(small)};
}

struct Reduced {
  std::int64_t steps;
  uint128 rest;  ///< r 2^128, cut off
};

Reduced reduce(const Ball& x) {
  // Cut off twice, the estimate is right or one too small: below 2^41, and off by 2^-62 of itself.
  const uint128 product = uint128{high_half(x.significand)} * steps_in_one;
  const std::int64_t shift = 114 - x.exponent;
  const auto estimate = shift >= 128 ? 0 : static_cast<std::uint64_t>(product >> shift);
  Fraction rest = fraction_of(x.significand, x.exponent) - estimate * step;
  auto steps = static_cast<std::int64_t>(estimate);
  if (!(rest < step)) {
    rest = rest - step;
    ++steps;
  }
  if (x.negative) {
    rest = step - rest;
    steps = -steps - 1;
  }
  return {steps, rest.high};
}

/// floor(r x / 2^128) + c, and the same of 64 bits: the steps of Horner's scheme.
uint128 step_up(uint128 r, uint128 x, uint128 c) { return c + multiply_high(r, x); }
std::uint64_t short_step_up(std::uint64_t r, std::uint64_t x, std::uint64_t c) {
  return c + high_half(uint128{r} * x);
}

/// (e^r - 1) 2^128 = r + r^2 (1/2 + r/3! + ... + r^6/8!). From r^5 on 64 bits are enough.
uint128 grown(uint128 r) {
  const std::uint64_t s = high_half(r);
  std::uint64_t tail = short_step_up(s, short_inverse_factorial(8), short_inverse_factorial(7));
  tail = short_step_up(s, tail, short_inverse_factorial(6));
  tail = short_step_up(s, tail, short_inverse_factorial(5));
  const Wide fourth = multiply(tail, r);  // 64 bits too long
  uint128 series =
      inverse_factorial(4) + make_uint128(low_half(fourth.high), high_half(fourth.low));
  series = step_up(r, series, inverse_factorial(3));
  series = step_up(r, series, inverse_factorial(2));
  return r + multiply_high(r, multiply_high(r, series));
}

/// 2^127 times the power of two of a fractional exponent, k in 4096th.
uint128 power_of_two(std::size_t k) {
  const Wide power = multiply(powers_64th[k / 64], powers_4096th[k % 64]);
  return (power.high << 1U) | (power.low >> 127U);
}

}  // namespace

Ball exp(const Ball& x) {
  if (x.zero_midpoint() && x.exact()) { return ball_of(uint128{1}, 0); }
  const Reduced reduced = reduce(x);
  const uint128 power = power_of_two(static_cast<std::size_t>(reduced.steps) % 4096);
  const uint128 significand = power + multiply_high(power, grown(reduced.rest));
  const std::int64_t exponent = reduced.steps >> 12U;
  // 2^-124 of the result, and what the radius of x adds.
  const Magnitude size = Magnitude::above_normal(significand, exponent - 127);
  const Magnitude loss = {size.significand, size.exponent - 124};
  const Magnitude radius = x.exact() ? loss : loss + (size + loss) * exp_minus_one(x.radius);
  return {significand, exponent, radius, false};
}

}  // namespace softmax
