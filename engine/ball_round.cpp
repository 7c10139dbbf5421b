#include "engine/ball_round.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "engine/ball_arithmetic.hpp"

namespace softmax {
namespace {

/// The exponent of the last place of a number of the format whose leading bit is 2^exponent.
std::int64_t quantum_at(std::int64_t exponent, int precision, int emin) {
  return std::max<std::int64_t>(exponent, emin) - precision + 1;
}

/// round(significand / 2^shift), ties to even. Domain: shift > 0.
uint128 shifted_to_nearest(uint128 significand, std::int64_t shift) {
  if (shift > 128) { return 0; }
  const uint128 half = uint128{1} << static_cast<unsigned>(shift - 1);
  const uint128 whole = shift == 128 ? 0 : significand >> static_cast<unsigned>(shift);
  const uint128 rest = significand & (half + (half - 1));
  const bool up = rest > half || (rest == half && (whole & 1U) != 0);
  return whole + (up ? 1U : 0U);
}

/// whole 2^quantum, put together as a pattern: no flag for doubles may matter here.
/// Domain: a double, and quantum that of its last place.
double double_of(std::uint64_t whole, std::int64_t quantum) {
  const std::int64_t exponent = quantum + 63 - std::countl_zero(whole | 1U);
  const std::int64_t last_place = std::max<std::int64_t>(exponent, -1022) - 52;
  const std::uint64_t significand = quantum < last_place
                                        ? whole >> static_cast<unsigned>(last_place - quantum)
                                        : whole << static_cast<unsigned>(quantum - last_place);
  // The hidden bit, if there is one, adds 1 to the biased exponent.
  const std::uint64_t biased_less_one = static_cast<std::uint64_t>(last_place + 1074) << 52U;
  return whole == 0 ? 0 : std::bit_cast<double>(biased_less_one + significand);
}

/// |midpoint| rounded to a precision and a least exponent. Domain: exponent below 1024.
double rounded_size(const Ball& x, int precision, int emin) {
  const std::int64_t quantum = quantum_at(x.exponent, precision, emin);
  const uint128 whole = shifted_to_nearest(x.significand, quantum - x.exponent + 127);
  return double_of(low_half(whole), quantum);
}

double rounded_midpoint(const Ball& x, const Format& format) {
  if (x.zero_midpoint()) { return 0; }
  if (x.exponent > format.emax) { return overflow_value(format, x.negative); }
  const double size = rounded_size(x, format.precision, format.emin);
  if (size > format.largest) { return overflow_value(format, x.negative); }
  return x.negative ? -size : size;
}

/// In units of the ball's midpoint, the radius is at most 2^scale.
std::int64_t scale_of_radius(const Ball& x) { return x.radius.exponent + 127 - x.exponent; }

/// At least how far the ball reaches, in those units. Domain: scale below 128.
uint128 reach_of(std::int64_t scale) {
  return uint128{1} << static_cast<unsigned>(std::max<std::int64_t>(scale, 0));
}

/// Whether the ball stays within one binade, as most do.
bool within_binade(const Ball& x) {
  constexpr uint128 lowest = uint128{1} << 127U;
  constexpr uint128 highest = ~uint128{0};
  const std::int64_t scale = scale_of_radius(x);
  if (x.zero_midpoint() || scale > 126) { return false; }
  return x.significand - lowest >= reach_of(scale) && highest - x.significand >= reach_of(scale);
}

/// Whether all of the ball is on one side of the tie that is nearest to it: for most balls, the
/// whole of Ziv's test. It reaches less than a quarter of a place, so that at the end of a binade
/// it stays nearest to that.
bool far_from_a_tie(const Ball& x, std::int64_t shift) {
  const std::int64_t scale = scale_of_radius(x);
  if (x.zero_midpoint() || shift < 3 || scale > shift - 3) { return false; }
  if (shift > 127) { return shift > 129; }  // all of it below half of the smallest number
  const uint128 reach = reach_of(scale);
  const uint128 half = uint128{1} << static_cast<unsigned>(shift - 1);
  const uint128 rest = x.significand & (half + (half - 1));
  // rest - half, wrapped, is beyond both ends of [-reach, reach].
  return rest - half + reach > reach + reach;
}

struct Ends {
  Ball low;
  Ball high;
};

/// Sums are cut off, by less than two units of the midpoint or 2^-126 of the radius.
Ends ends_of(const Ball& x) {
  const Magnitude reach = x.radius + unit(x) + unit(x) + x.radius * Magnitude::of(1, -100);
  const Ball radius = ball_of(uint128{reach.significand}, reach.exponent - 64);
  Ball midpoint = x;
  midpoint.radius = {};
  return {midpoint - radius, midpoint + radius};
}

/// By two parts of 64 bits, the most that fmt writes in the page's engine. Domain: below 2^126.
std::string digits_of(uint128 whole) {
  constexpr std::uint64_t part = 10'000'000'000'000'000'000U;
  const std::uint64_t last = low_half(whole % part);
  return whole < part ? fmt::format("{}", last)
                      : fmt::format("{}{:019}", low_half(whole / part), last);
}

}  // namespace

std::optional<double> round_to(const Ball& x, const Format& format) {
  const std::int64_t quantum = quantum_at(x.exponent, format.precision, format.emin);
  if (x.exact() || far_from_a_tie(x, quantum - x.exponent + 127)) {
    return rounded_midpoint(x, format);
  }
  const Ends ends = ends_of(x);
  const double low = rounded_midpoint(ends.low, format);
  const double high = rounded_midpoint(ends.high, format);
  // As patterns, so that NaN (an overflow of e4m3fn) equals NaN; the zeros are one.
  const bool agree = std::bit_cast<std::uint64_t>(low) == std::bit_cast<std::uint64_t>(high) ||
                     (low == 0 && high == 0);
  return agree ? std::optional(low) : std::nullopt;
}

double nearest_double(const Ball& x) {
  if (x.zero_midpoint()) { return 0; }
  const bool beyond = x.exponent > std::numeric_limits<double>::max_exponent - 1;
  const double size = beyond ? std::numeric_limits<double>::infinity() : rounded_size(x, 53, -1022);
  return x.negative ? -size : size;
}

Ball spacing(const Ball& x, const Format& format) {
  const auto quantum = [&](const Ball& at) {
    const std::int64_t exponent = at.zero_midpoint() ? format.emin : at.exponent;
    return quantum_at(exponent, format.precision, format.emin);
  };
  const auto power = [](std::int64_t exponent) { return ball_of(uint128{1}, exponent); };
  if (x.exact() || within_binade(x)) { return power(quantum(x)); }
  const Ends ends = ends_of(x);
  const bool holds_zero = ends.low.negative != ends.high.negative;
  const std::int64_t most = std::max(quantum(ends.low), quantum(ends.high));
  const std::int64_t least =
      holds_zero ? quantum(Ball{}) : std::min(quantum(ends.low), quantum(ends.high));
  if (least == most) { return power(most); }
  const Ball half = (power(most) - power(least)) * power(-1);
  Ball around = power(least) + half;
  around.radius = around.radius + midpoint_above(half) + half.radius;
  return around;
}

Whole<Ball> nearest_whole(const Ball& x) {
  uint128 whole = 0;
  if (!x.zero_midpoint() && x.exponent >= -1) {
    const uint128 halves = x.significand >> static_cast<unsigned>(126 - x.exponent);
    whole = (halves >> 1U) + (halves & 1U);
  }
  Ball midpoint = x;
  midpoint.radius = {};
  return {digits_of(whole), midpoint - ball_of(whole, 0)};
}

}  // namespace softmax
