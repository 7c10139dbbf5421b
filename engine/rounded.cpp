#include "engine/rounded.hpp"

#include <cmath>
#include <limits>
#include <optional>

#include "engine/ball_round.hpp"
#include "engine/multiprecision.hpp"

namespace softmax {
namespace {

/// The same ball, trusted for fewer bits.
Ball doubted(Ball ball, int trusted_bits) {
  ball.radius = ball.radius + midpoint_above(ball) * Magnitude::of(1, -trusted_bits);
  return ball;
}

/// The number in the ball, rounded once; by `with_more_bits` if the ball leaves two candidates.
template <class More>
double settled(const Ball& ball, const Format& format, const Ziv& ziv, More&& with_more_bits) {
  const std::optional<double> certain = ziv.trusted_bits >= 128
                                            ? round_to(ball, format)
                                            : round_to(doubted(ball, ziv.trusted_bits), format);
  if (certain) { return *certain; }
  if (ziv.undecided != nullptr) { ++*ziv.undecided; }
  return with_more_bits();
}

}  // namespace

double exp_rounded(double x, const Format& format, const Ziv& ziv) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (std::isnan(x)) { return x; }
  if (x == infinity) { return overflow_value(format, false); }
  constexpr double beyond_every_format = 760;
  if (x > beyond_every_format) { return overflow_value(format, false); }
  if (x < -beyond_every_format) { return 0; }
  return settled(exp(exactly<Ball>(x)), format, ziv, [&] { return round_exp(x, format); });
}

double log_rounded(double x, const Format& format, const Ziv& ziv) {
  if (std::isnan(x) || x < 0) { return std::numeric_limits<double>::quiet_NaN(); }
  if (x == 0) { return overflow_value(format, true); }
  if (std::isinf(x)) { return x; }
  return settled(log(exactly<Ball>(x)), format, ziv, [&] { return round_log(x, format); });
}

}  // namespace softmax
