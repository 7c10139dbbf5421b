#include "engine/ball_quotient.hpp"
#include "engine/exp_table.hpp"

// ln x = k ln 2 / 4096 + ln y, with y = x / 2^(k/4096) just above 1, and ln y a series in
// (y - 1)/(y + 1). It is computed in balls, so the radius is that of the arithmetic. Near 1 the
// series takes x itself, so that the error is relative to the logarithm.

namespace softmax {
namespace {

/// ln 2, cut off: 2^-129 of it is missing at most.
Ball ln_2() {
  Ball value = ball_of(make_uint128(0xb17217f7d1cf79ab, 0xc9e3b39803f2f6af), -128);
  value.radius = unit(value);
  return value;
}

/// 2^(k/4096), its tables' entries cut off by a unit each. Domain: k from 0 to 4095.
Ball root_of_two(std::size_t k) {
  const auto entry = [](uint128 significand) {
    Ball value = ball_of(significand, -127);
    value.radius = unit(value);
    return value;
  };
  return entry(powers_64th.at(k / 64)) * entry(powers_4096th.at(k % 64));
}

/// How many entries but the first are at most x: the binary digits of log2 x, six of them.
std::size_t place_in(const std::array<uint128, 64>& powers, uint128 x) {
  std::size_t place = 0;
  for (std::size_t half = 32; half > 0; half /= 2) {
    if (powers.at(place + half) <= x) { place += half; }
  }
  return place;
}

/// k such that 2^(k/4096) is just below significand 2^-127.
std::size_t steps_in(uint128 significand) {
  const std::size_t coarse = place_in(powers_64th, significand);
  const Ball left = ball_of(significand, -127) / ball_of(powers_64th.at(coarse), -127);
  return coarse * 64 + place_in(powers_4096th, left.significand);
}

/// ln x = 2 (t + t^3/3 + t^5/5 + ...), t = (x - 1)/(x + 1). Domain: |x - 1| < 2^-7, x exact or not.
/// Fifteen powers of t: what is left is below t^17/8 < 2^-128 |t| for |t| < 2^-8.
Ball log_near_one(const Ball& x) {
  const Ball one = ball_of(uint128{1}, 0);
  const Ball t = (x - one) / (x + one);
  const Ball square = t * t;
  Ball series;
  for (unsigned odd = 15; odd > 1; odd -= 2) {
    series = (series + one / ball_of(uint128{odd}, 0)) * square;
  }
  Ball result = (t + t * series) * ball_of(uint128{2}, 0);
  result.radius = result.radius + midpoint_above(t) * Magnitude::of(1, -128);
  return result;
}

bool near_one(const Ball& x) {
  const Ball off = x - ball_of(uint128{1}, 0);
  return off.zero_midpoint() || off.exponent < -7;
}

Ball log_of_midpoint(const Ball& x) {
  if (near_one(x)) { return log_near_one(x); }
  const std::size_t k = steps_in(x.significand);
  Ball y = x / root_of_two(k);
  y.exponent -= x.exponent;
  y.radius.exponent -= x.exponent;
  const auto steps = x.exponent * 4096 + static_cast<std::int64_t>(k);
  const auto count = static_cast<std::uint64_t>(steps < 0 ? -steps : steps);
  return ball_of(uint128{count}, -12, steps < 0) * ln_2() + log_near_one(y);
}

}  // namespace

/// |ln x - ln X| <= r / (X - r) for a midpoint X and a radius r.
Ball log(const Ball& x) {
  Ball midpoint = x;
  midpoint.radius = {};
  Ball result = log_of_midpoint(midpoint);
  if (!x.exact()) { result.radius = result.radius + x.radius / size_below(x); }
  return result;
}

}  // namespace softmax
