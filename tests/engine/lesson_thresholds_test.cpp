// Where exp becomes 0 and where it overflows, format by format; and where a sum of ones stalls.

#include <fmt/format.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "engine/rounded.hpp"
#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

struct Threshold {
  const char* format;
  const char* underflow;  ///< e^x is 0 below, to three decimals
  const char* overflow;   ///< e^x is no number above
  double stall;           ///< a sequential sum of ones goes no further
};

constexpr std::array<Threshold, 6> thresholds = {{
    {"e4m3fn", "-6.931", "6.140", 16},
    {"e5m2", "-11.784", "11.026", 8},
    {"bfloat16", "-92.882", "88.721", 256},
    {"binary16", "-17.329", "11.090", 2048},
    {"binary32", "-103.972", "88.723", 0x1p24},
    {"binary64", "-745.133", "709.783", 0x1p53},
}};

/// The last double from `low` up for which the predicate still holds. Domain: it does at low and
/// does not at high.
template <class Predicate>
double last(double low, double high, Predicate&& holds) {
  for (;;) {
    const double middle = low + (high - low) / 2;
    if (middle == low || middle == high) { return low; }
    (holds(middle) ? low : high) = middle;
  }
}

double sum_in_order(const std::vector<double>& x, const std::string& format) {
  const Step step{Stage::sum};
  return compute_step(step, x, {}, 1, in(format))[0];
}

}  // namespace

TEST_CASE("exp underflows to 0 and overflows where the table says") {
  for (const Threshold& t : thresholds) {
    CAPTURE(t.format);
    const Format f = parse_format(t.format);
    const double zero = last(-1000, 0, [&f](double x) { return exp_rounded(x, f) == 0; });
    const double huge = last(0, 1000, [&f](double x) { return std::isfinite(exp_rounded(x, f)); });
    CHECK(fmt::format("{:.3f}", zero) == t.underflow);
    CHECK(fmt::format("{:.3f}", huge) == t.overflow);
  }
}

TEST_CASE(
    "the thresholds are ln of half the smallest number, and of what rounds past the largest") {
  for (const Threshold& t : thresholds) {
    CAPTURE(t.format);
    const Format f = parse_format(t.format);
    const double zero = last(-1000, 0, [&f](double x) { return exp_rounded(x, f) == 0; });
    const double huge = last(0, 1000, [&f](double x) { return std::isfinite(exp_rounded(x, f)); });
    // Half the smallest subnormal may be below binary64's range: halve the certified number.
    const Certified half = Certified(smallest_subnormal(f)) / Certified(2.0);
    CHECK(exp(Certified(zero)) < half);
    CHECK(half < exp(Certified(std::nextafter(zero, 0.0))));
    // A number halfway to the next beyond the largest is rounded away from it, except to the even
    // largest of e4m3fn (448 = 1.75 * 2^8); e^x is never exactly halfway.
    const Certified step = ulp(Certified(f.largest), f) / Certified(2.0);
    const Certified past = Certified(f.largest) + step;
    CHECK(exp(Certified(huge)) < past);
    CHECK(past < exp(Certified(std::nextafter(huge, 1000.0))));
  }
}

TEST_CASE("a sequential sum of ones stalls at 2^p") {
  for (const Threshold& t : thresholds) {
    CAPTURE(t.format);
    // Below 2^p whole numbers add up exactly, so the sum of 2^p - 1 ones may be given as one.
    CHECK(sum_in_order({t.stall - 1, 1}, t.format) == t.stall);
    CHECK(sum_in_order({t.stall - 1, 1, 1, 1, 1, 1}, t.format) == t.stall);
    if (t.stall > 4096) { continue; }
    const auto n = static_cast<std::size_t>(t.stall);
    CHECK(sum_in_order(std::vector<double>(n - 1, 1.0), t.format) == t.stall - 1);
    CHECK(sum_in_order(std::vector<double>(4 * n, 1.0), t.format) == t.stall);
  }
}

}  // namespace softmax
