#include "tests/engine/oracle_edges.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace softmax::oracle {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void add_both_signs(std::vector<double>& to, double x) {
  to.push_back(x);
  to.push_back(-x);
}

}  // namespace

std::vector<double> edge_numbers(const Format& format) {
  std::vector<double> numbers = {std::numeric_limits<double>::quiet_NaN()};
  for (const double x : {0.0, format.largest, infinity}) { add_both_signs(numbers, x); }
  const double ulp = std::ldexp(1.0, 1 - format.precision);
  for (int exponent = format.emin - 1; exponent <= format.emax + 1; ++exponent) {
    for (const double significand : {1.0, 1 + ulp, 1.5, 2 - ulp, 2 - 2 * ulp}) {
      const double x = std::ldexp(significand, exponent);
      const bool held = exponent >= format.emin && x <= format.largest;
      if (held) { add_both_signs(numbers, x); }
    }
  }
  for (int shift = 1; shift < format.precision; ++shift) {
    add_both_signs(numbers, std::ldexp(1.0, format.emin - shift));
    add_both_signs(numbers, std::ldexp(1.0, format.emin) - std::ldexp(1.0, format.emin - shift));
  }
  return numbers;
}

std::vector<double> edge_arguments(const Format& format) {
  std::vector<double> arguments;
  for (const double x : edge_numbers(format)) {
    arguments.push_back(x);
    if (!std::isfinite(x)) { continue; }
    const int exponent = x == 0 ? format.emin : std::max(std::ilogb(x), format.emin);
    const double half = std::ldexp(1.0, exponent - format.precision);
    for (const double tie : {x - half, x + half}) {
      arguments.push_back(tie);
      arguments.push_back(std::nextafter(tie, infinity));
      arguments.push_back(std::nextafter(tie, -infinity));
    }
  }
  return arguments;
}

std::vector<double> around(double x) {
  std::vector<double> all = {x};
  double above = x;
  double below = x;
  for (int i = 0; i < 3; ++i) {
    all.push_back(above = std::nextafter(above, infinity));
    all.push_back(below = std::nextafter(below, -infinity));
  }
  return all;
}

double any_tie(const Format& format, Random& random) {
  const int bits = std::min(format.precision, 52);
  const auto hidden = std::int64_t{1} << (bits - 1);
  const auto units = static_cast<double>(random.whole(hidden, 2 * hidden - 1)) + 0.5;
  return std::ldexp(units, static_cast<int>(random.whole(format.emin, format.emax)) - bits + 1);
}

}  // namespace softmax::oracle
