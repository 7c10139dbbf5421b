#include "engine/rounded.hpp"

#include <cmath>
#include <limits>
#include <optional>

#include "engine/ball_round.hpp"
#include "engine/multiprecision.hpp"

namespace softmax {

double exp_rounded(double x, const Format& format) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (std::isnan(x)) { return x; }
  if (x == infinity) { return overflow_value(format, false); }
  constexpr double beyond_every_format = 760;
  if (x > beyond_every_format) { return overflow_value(format, false); }
  if (x < -beyond_every_format) { return 0; }
  const std::optional<double> certain = round_to(exp(exactly<Ball>(x)), format);
  return certain ? *certain : round_exp(x, format);
}

double log_rounded(double x, const Format& format) {
  if (std::isnan(x) || x < 0) { return std::numeric_limits<double>::quiet_NaN(); }
  if (x == 0) { return overflow_value(format, true); }
  if (std::isinf(x)) { return x; }
  if (const auto certain = round_to(log(exactly<Ball>(x)), format)) { return *certain; }
  return round_log(x, format);
}

}  // namespace softmax
