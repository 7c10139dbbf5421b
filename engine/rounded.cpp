#include "engine/rounded.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "engine/certified.hpp"
#include "engine/double_double.hpp"

namespace softmax {
namespace {

/// e^x = value 2^exponent.
struct ScaledExp {
  DoubleDouble value;
  int exponent = 0;
};

constexpr double log2_of_e = 0x1.71547652b82fep+0;

/// ln 2 in parts of 40, 40 and 53 bits: a whole number below 2^13 times the first two is exact.
constexpr std::array<double, 3> ln_2 = {0x1.62e42fefa4p-1, -0x1.8432a1b0e2p-43,
                                        -0x1.8cff81a12a17ep-85};

/// 1/k! for k = 5 down to 2, to 106 bits.
constexpr std::array<DoubleDouble, 4> inverse_factorials = {{
    {0x1.1111111111111p-7, 0x1.1111111111111p-63},
    {0x1.5555555555555p-5, 0x1.5555555555555p-59},
    {0x1.5555555555555p-3, 0x1.5555555555555p-57},
    {0x1p-1, 0},
}};

/// 1/k! for k = 10 down to 6: terms below 2^-61 of the whole, so a double holds enough of them.
constexpr std::array<double, 5> small_inverse_factorials = {
    0x1.27e4fb7789f5cp-22, 0x1.71de3a556c734p-19, 0x1.a01a01a01a01ap-16,
    0x1.a01a01a01a01ap-13, 0x1.6c16c16c16c17p-10,
};

/// e^t - 1 for |t| < 2^-10.5.
DoubleDouble expm1_taylor(const DoubleDouble& t) {
  double small = 0;
  for (const double c : small_inverse_factorials) { small = small * t.high + c; }
  DoubleDouble sum = {small, 0};
  for (const DoubleDouble& c : inverse_factorials) { sum = sum * t + c; }
  return t + sum * t * t;
}

/// Domain: |x| at most 760, so that a double holds the multiple of ln 2.
ScaledExp exp_double_double(double x) {
  constexpr int doublings = 9;
  const double multiple = std::nearbyint(x * log2_of_e);
  DoubleDouble rest = two_sum(x, -multiple * ln_2[0]);
  rest = rest + two_sum(-multiple * ln_2[1], -multiple * ln_2[2]);
  const DoubleDouble t = {std::ldexp(rest.high, -doublings), std::ldexp(rest.low, -doublings)};
  DoubleDouble grown = expm1_taylor(t);
  for (int i = 0; i < doublings; ++i) {
    grown = DoubleDouble{2 * grown.high, 2 * grown.low} + grown * grown;  // e^2t - 1
  }
  return {DoubleDouble{1, 0} + grown, static_cast<int>(multiple)};
}

/// The format's nearest number, if the error of 2^-90 leaves no other.
std::optional<double> round_if_certain(const ScaledExp& e, const Format& format) {
  const double high = e.value.high;
  const int exponent = std::ilogb(high);
  if (high == std::ldexp(1.0, exponent) && e.value.low < 0) { return std::nullopt; }
  const int quantum_exponent =
      std::max(exponent + e.exponent, format.emin) - format.precision + 1 - e.exponent;
  if (quantum_exponent > exponent + 2) { return 0.0; }
  const double quantum = std::ldexp(1.0, quantum_exponent);
  const double whole = std::nearbyint(high / quantum) * quantum;
  const double off = std::fabs((high - whole) + e.value.low);
  if (!(off + std::ldexp(high, -52) * std::ldexp(1.0, -38) < quantum / 2)) { return std::nullopt; }
  const double rounded = std::ldexp(whole, e.exponent);
  return rounded > format.largest ? overflow_value(format, false) : rounded;
}

double exp_by_certificate(double x, const Format& format) {
  // Never undecided: the hardest binary64 arguments need 2^-113 (Lefevre and Muller 2001),
  // the certificate has 2^-150, and e^x is on no tie but at x = 0, where it is exact.
  return exp(Certified(x)).round_to(format).value();
}

}  // namespace

double exp_rounded(double x, const Format& format) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (std::isnan(x)) { return x; }
  if (x == infinity) { return overflow_value(format, false); }
  constexpr double beyond_every_format = 760;
  if (x > beyond_every_format) { return overflow_value(format, false); }
  if (x < -beyond_every_format) { return 0; }
  const std::optional<double> certain = round_if_certain(exp_double_double(x), format);
  return certain ? *certain : exp_by_certificate(x, format);
}

double log_rounded(double x, const Format& format) {
  if (std::isnan(x) || x < 0) { return std::numeric_limits<double>::quiet_NaN(); }
  if (x == 0) { return overflow_value(format, true); }
  if (std::isinf(x)) { return x; }
  // As above: hardest cases 2^-117, and ln x is on no tie but at x = 1.
  return log(Certified(x)).round_to(format).value();
}

}  // namespace softmax
