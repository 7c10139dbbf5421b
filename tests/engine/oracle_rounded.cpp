#include "tests/engine/oracle_rounded.hpp"

#include <cmath>
#include <limits>

#include "tests/engine/oracle.hpp"

namespace softmax::oracle {
namespace {

/// No argument of at most 53 bits needs more than 2^-120 (Lefevre and Muller 2001): 200 bits do,
/// but where the value lies next to 1 or 0, which take as many as the exponent has.
template <class Function>
double rounded(double x, const Format& format, Function&& f) {
  for (int bits = 200;; bits *= 3) {
    const std::optional<double> agreed = f(Interval(x, bits)).nearest(format);
    if (agreed) { return *agreed; }
  }
}

}  // namespace

double exp_nearest(double x, const Format& format) {
  if (std::isnan(x)) { return x; }
  if (std::isinf(x)) { return x > 0 ? overflow_value(format, false) : 0; }
  return rounded(x, format, [](const Interval& i) { return exp(i); });
}

double log_nearest(double x, const Format& format) {
  if (x == 0) { return overflow_value(format, true); }
  if (std::isnan(x) || x < 0) { return std::numeric_limits<double>::quiet_NaN(); }
  if (std::isinf(x)) { return x; }
  const double y = rounded(x, format, [](const Interval& i) { return log(i); });
  return y == 0 ? std::copysign(y, x - 1) : y;  // rounding to 0 keeps the sign
}

double logarithm_near(double y) { return log(Interval(y)).approximate(); }

}  // namespace softmax::oracle
