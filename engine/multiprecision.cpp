// The one translation unit that sees Boost.Multiprecision.
#include "engine/multiprecision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/multiprecision/cpp_bin_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <limits>
#include <optional>
#include <string>

#include "engine/ball_round.hpp"

namespace softmax {
namespace {

namespace mp = boost::multiprecision;

template <unsigned bits>
using Real = mp::number<mp::cpp_bin_float<bits, mp::digit_base_2>, mp::et_off>;

constexpr int wide_bits = 168;
using WideReal = Real<wide_bits>;

/// x rounded once to the format, ties to even.
template <unsigned bits>
double round_real(const Real<bits>& x, const Format& format) {
  if (x == 0) { return 0; }
  const bool negative = x < 0;
  const int exponent = x.backend().exponent();
  if (exponent > format.emax) { return overflow_value(format, negative); }
  const int quantum = std::max(exponent, format.emin) - format.precision + 1;
  const Real<bits> scaled = ldexp(Real<bits>(mp::abs(x)), -quantum);
  const Real<bits> whole = floor(scaled);
  const Real<bits> from_tie = scaled - whole - Real<bits>(0.5);
  const bool up = from_tie > 0 || (from_tie == 0 && fmod(whole, Real<bits>(2)) != 0);
  const double size = std::ldexp(whole.template convert_to<double>() + (up ? 1 : 0), quantum);
  if (size > format.largest) { return overflow_value(format, negative); }
  return negative ? -size : size;
}

bool same_rounding(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

// --- the wide ball ----------------------------------------------------------------------------

WideReal midpoint(const WideBall& x) {
  WideReal value;
  if (x.zero_midpoint()) { return value; }
  auto& backend = value.backend();
  backend.bits().resize(3, 3);
  std::copy(x.significand.begin(), x.significand.end(), backend.bits().limbs());
  backend.exponent() = static_cast<int>(x.exponent);
  backend.sign() = x.negative;
  return value;
}

WideBall wide_ball(const WideReal& midpoint, const Magnitude& radius = {}) {
  WideBall ball;
  ball.radius = radius;
  if (midpoint == 0) { return ball; }
  const auto& backend = midpoint.backend();
  std::copy_n(backend.bits().limbs(), backend.bits().size(), ball.significand.begin());
  ball.exponent = backend.exponent();
  ball.negative = backend.sign();
  return ball;
}

/// The midpoint, and the radius with a unit if something was rounded off.
WideBall wide_ball(const WideReal& midpoint, const Magnitude& radius, bool fits) {
  WideBall ball = wide_ball(midpoint, radius);
  if (!fits) { ball.radius = ball.radius + unit(ball); }
  return ball;
}

/// The exponent of the lowest set bit of the midpoint.
std::int64_t lowest_bit(const WideBall& x) {
  int zeros = 0;
  for (const std::uint64_t limb : x.significand) {
    zeros += std::countr_zero(limb);
    if (limb != 0) { break; }
  }
  return x.exponent - (wide_bits - 1) + zeros;
}

std::int64_t used_bits(const WideBall& x) { return x.exponent - lowest_bit(x) + 1; }

bool sum_fits(const WideBall& a, const WideBall& b) {
  if (a.zero_midpoint() || b.zero_midpoint()) { return true; }
  const std::int64_t top = std::max(a.exponent, b.exponent) + 1;
  return top - std::min(lowest_bit(a), lowest_bit(b)) + 1 <= wide_bits;
}

bool product_fits(const WideBall& a, const WideBall& b) {
  return a.zero_midpoint() || b.zero_midpoint() || used_bits(a) + used_bits(b) <= wide_bits;
}

/// The upper 53 bits of the significand, as a whole number.
std::uint64_t upper_bits(const WideBall& x) {
  return (x.significand[2] << 13U) + (x.significand[1] >> 51U);
}

struct Ends {
  WideReal low;
  WideReal high;
};

/// Each end is rounded to a midpoint's bits, which the added unit makes up for.
Ends ends_of(const WideBall& x) {
  const Magnitude r = x.radius + unit(x);
  const WideReal radius = ldexp(WideReal(r.significand), static_cast<int>(r.exponent - 64));
  return {midpoint(x) - radius, midpoint(x) + radius};
}

WideReal spacing_at(const WideReal& x, const Format& format) {
  const int exponent = x == 0 ? format.emin : x.backend().exponent();
  return ldexp(WideReal(1), std::max(exponent, format.emin) - format.precision + 1);
}

/// log x near 1 from 2 atanh((x - 1)/(x + 1)); five terms leave (2^-20)^10 of the first.
WideReal log_near_one(const WideReal& x) {
  const WideReal t = (x - 1) / (x + 1);
  const WideReal square = t * t;
  WideReal series = 0;
  for (int odd = 11; odd >= 1; odd -= 2) { series = series * square + WideReal(1) / odd; }
  return 2 * t * series;
}

}  // namespace

Magnitude unit(const WideBall& x) {
  return x.zero_midpoint() ? Magnitude{} : Magnitude::of(1, x.exponent - (wide_bits - 1));
}

Magnitude midpoint_above(const WideBall& x) {
  return x.zero_midpoint() ? Magnitude{} : Magnitude::of(upper_bits(x) + 1, x.exponent - 52);
}

Magnitude size_below(const WideBall& x) {
  const Magnitude midpoint = Magnitude::of(upper_bits(x), x.exponent - 52);
  if (!(x.radius < midpoint)) { return {}; }
  return below_difference(midpoint, x.radius);
}

WideBall operator-(WideBall x) {
  x.negative = !x.zero_midpoint() && !x.negative;
  return x;
}

WideBall operator+(const WideBall& a, const WideBall& b) {
  return wide_ball(midpoint(a) + midpoint(b), a.radius + b.radius, sum_fits(a, b));
}

WideBall operator-(const WideBall& a, const WideBall& b) { return a + (-b); }

WideBall operator*(const WideBall& a, const WideBall& b) {
  const Magnitude inherited =
      midpoint_above(a) * b.radius + midpoint_above(b) * a.radius + a.radius * b.radius;
  return wide_ball(midpoint(a) * midpoint(b), inherited, product_fits(a, b));
}

/// |a/b - A/B| <= (|A| rb / |B| + ra) / (|B| - rb), for midpoints A, B and radii ra, rb.
WideBall operator/(const WideBall& a, const WideBall& b) {
  const WideReal quotient = midpoint(a) / midpoint(b);
  const bool fits = quotient == 0 ||
                    (product_fits(wide_ball(quotient), b) && quotient * midpoint(b) == midpoint(a));
  const Magnitude least = Magnitude::of(upper_bits(b), b.exponent - 52);
  const Magnitude inherited = (midpoint_above(a) * b.radius / least + a.radius) / size_below(b);
  return wide_ball(quotient, inherited, fits);
}

bool operator<(const WideBall& a, const WideBall& b) { return midpoint(a) < midpoint(b); }

WideBall exp(const WideBall& x) {
  if (x.zero_midpoint() && x.exact()) { return exactly<WideBall>(1.0); }
  WideBall result = wide_ball(mp::exp(midpoint(x)));
  const Magnitude loss =
      Magnitude::of(32, -wide_bits) + midpoint_above(x) * Magnitude::of(8, -wide_bits);
  const Magnitude spread = exp_minus_one(x.radius);
  result.radius = midpoint_above(result) * (loss + spread + loss * spread);
  return result;
}

/// |log(x) - log(X)| <= r / (X - r) for a midpoint X and a radius r.
WideBall log(const WideBall& x) {
  if (x == exactly<WideBall>(1.0)) { return {}; }
  const WideReal mid = midpoint(x);
  const bool near_one = mp::abs(mid - 1) < ldexp(WideReal(1), -20);
  WideBall result = wide_ball(near_one ? log_near_one(mid) : mp::log(mid));
  const Magnitude floor = near_one ? Magnitude{} : Magnitude::of(1, -20);
  const Magnitude size = std::max(midpoint_above(result), floor);
  result.radius = size * Magnitude::of(1, -150) + x.radius / size_below(x);
  return result;
}

template <>
WideBall exactly<WideBall>(double value) {
  return wide_ball(WideReal(value));
}

template <>
WideBall exactly<WideBall>(std::uint64_t whole, std::int64_t scale) {
  return wide_ball(ldexp(WideReal(whole), static_cast<int>(scale)));
}

WideBall widened(const Ball& x) {
  const WideReal size = ldexp(WideReal(high_half(x.significand)), 64) + low_half(x.significand);
  const WideReal scaled = ldexp(size, static_cast<int>(x.exponent - 127));
  return wide_ball(x.negative ? WideReal(-scaled) : scaled, x.radius);
}

Ball narrowed(const WideBall& x) {
  if (x.zero_midpoint()) { return {0, 0, x.radius, false}; }
  // 40 bits of 168 are cut off.
  const uint128 kept =
      (make_uint128(x.significand[2], x.significand[1]) << 24U) | (x.significand[0] >> 40U);
  Ball ball = ball_of(kept, x.exponent - 127, x.negative);
  const bool lost = (x.significand[0] << 24U) != 0;
  ball.radius = lost ? x.radius + unit(ball) : x.radius;
  return ball;
}

std::string hexadecimal(const WideBall& x) {
  return fmt::format("{}0x{:010x}{:016x}{:016x}p{}", x.negative ? "-" : "", x.significand[2],
                     x.significand[1], x.significand[0], x.exponent - (wide_bits - 1));
}

std::optional<double> round_to(const WideBall& x, const Format& format) {
  if (x.exact()) { return round_real<wide_bits>(midpoint(x), format); }
  const Ends ends = ends_of(x);
  const double low = round_real<wide_bits>(ends.low, format);
  const double high = round_real<wide_bits>(ends.high, format);
  return same_rounding(low, high) ? std::optional(low) : std::nullopt;
}

double nearest_double(const WideBall& x) { return midpoint(x).convert_to<double>(); }

WideBall spacing(const WideBall& x, const Format& format) {
  if (x.exact()) { return wide_ball(spacing_at(midpoint(x), format)); }
  const Ends ends = ends_of(x);
  const bool holds_zero = ends.low < 0 && ends.high > 0;
  const WideReal one = spacing_at(ends.low, format);
  const WideReal other = spacing_at(ends.high, format);
  const WideReal least =
      holds_zero ? spacing_at(WideReal(0), format) : WideReal(std::min(one, other));
  const WideReal most = std::max(one, other);
  if (least == most) { return wide_ball(most); }
  const WideReal half = (most - least) / 2;
  return wide_ball(least + half, midpoint_above(wide_ball(half)));
}

Whole<WideBall> nearest_whole(const WideBall& x) {
  const WideReal size = midpoint(x);
  const WideReal whole = floor(size + WideReal(0.5));
  return {mp::cpp_int(whole).str(), wide_ball(size - whole)};
}

// --- decimals ---------------------------------------------------------------------------------

namespace {

mp::cpp_int power_of(int base, int exponent) {
  return mp::pow(mp::cpp_int(base), static_cast<unsigned>(exponent));
}

mp::cpp_int whole_number(std::string_view digits) {
  const std::size_t leading = std::min(digits.find_first_not_of('0'), digits.size());
  return leading == digits.size() ? mp::cpp_int(0)
                                  : mp::cpp_int(std::string(digits.substr(leading)));
}

uint128 to_uint128(const mp::cpp_int& value) {
  return make_uint128(static_cast<std::uint64_t>(value >> 64U),
                      static_cast<std::uint64_t>(value & mp::cpp_int(~std::uint64_t{0})));
}

/// value 2^scale, cut off to 128 bits; `more` says that it was cut off before.
Ball cut_off(const mp::cpp_int& value, std::int64_t scale, bool negative, bool more) {
  const int shift = std::max(static_cast<int>(mp::msb(value)) - 127, 0);
  const mp::cpp_int kept = value >> static_cast<unsigned>(shift);
  Ball ball = ball_of(to_uint128(kept), scale + shift, negative);
  const bool lost = (kept << static_cast<unsigned>(shift)) != value;
  if (more || lost) { ball.radius = unit(ball); }
  return ball;
}

WideBall wide_whole(const mp::cpp_int& value) {
  const WideReal midpoint(value);
  return wide_ball(midpoint, {}, mp::cpp_int(midpoint) == value);
}

/// Of 10^2e8 by squares, 28 of 256 bits are lost at most.
Real<256> power_of_ten(std::int64_t exponent) {
  Real<256> power = 1;
  Real<256> square = 10;
  for (std::int64_t left = exponent; left > 0; left /= 2) {
    if (left % 2 == 1) { power *= square; }
    if (left > 1) { square *= square; }
  }
  return power;
}

Magnitude wide_midpoint_above(const Real<256>& x) {
  const WideBall near = wide_ball(WideReal(x), {}, false);
  return midpoint_above(near) + near.radius;
}

}  // namespace

template <>
Ball read_decimal<Ball>(bool negative, std::string_view digits, int exponent) {
  const mp::cpp_int number = whole_number(digits);
  if (number == 0) { return {}; }
  if (exponent >= 0) { return cut_off(number * power_of(10, exponent), 0, negative, false); }
  const mp::cpp_int divisor = power_of(10, -exponent);
  const int missing = static_cast<int>(mp::msb(divisor)) - static_cast<int>(mp::msb(number)) + 129;
  const int shift = std::max(missing, 0);
  mp::cpp_int quotient;
  mp::cpp_int rest;
  mp::divide_qr(mp::cpp_int(number << static_cast<unsigned>(shift)), divisor, quotient, rest);
  return cut_off(quotient, -shift, negative, rest != 0);
}

template <>
WideBall read_decimal<WideBall>(bool negative, std::string_view digits, int exponent) {
  mp::cpp_int number = whole_number(digits);
  if (number == 0) { return {}; }
  if (negative) { number = -number; }
  if (exponent >= 0) { return wide_whole(number * power_of(10, exponent)); }
  const mp::cpp_int fives = power_of(5, -exponent);
  const WideBall twos = wide_ball(ldexp(WideReal(1), -exponent));
  if (number % fives == 0) { return wide_whole(number / fives) / twos; }
  return wide_whole(number) / wide_whole(fives) / twos;
}

double round_decimal(bool negative, std::string_view digits, int exponent, const Format& format) {
  const Ball value = read_decimal<Ball>(negative, digits, exponent);
  if (value.zero_midpoint()) { return negative ? -0.0 : 0.0; }
  if (const std::optional<double> certain = round_to(value, format)) { return *certain; }
  // A decimal within 2^-126 of a tie but not on it: one comparison of exact fractions decides.
  const mp::cpp_rational number(whole_number(digits) * power_of(10, std::max(exponent, 0)),
                                power_of(10, std::max(-exponent, 0)));
  const int quantum =
      static_cast<int>(std::max<std::int64_t>(value.exponent, format.emin)) - format.precision + 1;
  const mp::cpp_rational two_to_quantum = quantum < 0
                                              ? mp::cpp_rational(1, mp::cpp_int(1) << -quantum)
                                              : mp::cpp_rational(mp::cpp_int(1) << quantum);
  const mp::cpp_rational scaled = number / two_to_quantum;
  const mp::cpp_int whole = numerator(scaled) / denominator(scaled);
  const mp::cpp_rational rest = scaled - mp::cpp_rational(whole);
  const bool up =
      rest > mp::cpp_rational(1, 2) || (rest == mp::cpp_rational(1, 2) && whole % 2 != 0);
  const double rounded = std::ldexp((whole + (up ? 1 : 0)).convert_to<double>(), quantum);
  if (rounded > format.largest) { return overflow_value(format, negative); }
  return negative ? -rounded : rounded;
}

/// Rounded to 168 bits the product is off by half a unit and a little: by less than one.
WideBall times_large_power_of_ten(const WideBall& x, std::int64_t exponent) {
  const Real<256> power = power_of_ten(exponent < 0 ? -exponent : exponent);
  const Real<256> factor = exponent < 0 ? Real<256>(1 / power) : power;
  WideBall product = wide_ball(WideReal(Real<256>(midpoint(x)) * factor), {}, false);
  product.radius = product.radius + wide_midpoint_above(factor) * x.radius;
  return product;
}

Ball times_large_power_of_ten(const Ball& x, std::int64_t exponent) {
  return narrowed(times_large_power_of_ten(widened(x), exponent));
}

// --- what a ball leaves undecided -------------------------------------------------------------

namespace {

/// y rounded to the format, if an error of 2^(16 - bits) of it leaves no doubt: Boost's exp loses
/// at most 12 bits up to |x| = 760 (903 units were measured), its log fewer.
template <unsigned bits>
std::optional<double> round_if_certain(const Real<bits>& y, const Format& format) {
  const Real<bits> margin = ldexp(Real<bits>(mp::abs(y)), 16 - static_cast<int>(bits));
  const double low = round_real<bits>(y - margin, format);
  const double high = round_real<bits>(y + margin, format);
  return same_rounding(low, high) ? std::optional(low) : std::nullopt;
}

}  // namespace

double round_exp(double x, const Format& format) {
  const auto first = round_if_certain<256>(mp::exp(Real<256>(x)), format);
  return first ? *first : round_if_certain<1024>(mp::exp(Real<1024>(x)), format).value();
}

double round_log(double x, const Format& format) {
  const auto first = round_if_certain<256>(mp::log(Real<256>(x)), format);
  return first ? *first : round_if_certain<1024>(mp::log(Real<1024>(x)), format).value();
}

}  // namespace softmax
