// Numbers beyond e^230,000,000: kept as their logarithm, and computed with through it.

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "engine/certified.hpp"
#include "tests/engine/oracle.hpp"

namespace softmax {
namespace {

using Kind = Certified::Kind;
using oracle::Interval;

constexpr double infinity = std::numeric_limits<double>::infinity();

Certified power_of_e(double x) { return exp(Certified(x)); }

/// Whether c is kept as a logarithm whose enclosure holds x (which may be beyond MPFI's own exp).
bool keeps_logarithm(const Certified& c, const Interval& x) {
  const Interval radius = Interval::radius_of(c);
  const Interval off = x - Interval::midpoint_of(c);
  return c.kind() == Kind::exponential && off.inside(Interval::hull(Interval(0) - radius, radius));
}

}  // namespace

TEST_CASE("e^x is a number up to x = 230,000,000 and a logarithm beyond") {
  CHECK(power_of_e(2.29e8).finite());
  CHECK(power_of_e(-2.29e8).finite());
  CHECK(keeps_logarithm(power_of_e(2.31e8), Interval(2.31e8)));
  CHECK(keeps_logarithm(power_of_e(-1e300), Interval(-1e300)));
  CHECK(keeps_logarithm(power_of_e(1e300), Interval(1e300)));
  CHECK(log(power_of_e(1e300)).same(Certified(1e300)));
  CHECK(log(power_of_e(-1e9)).same(Certified(-1e9)));
}

TEST_CASE("a product or quotient beyond range adds or subtracts logarithms") {
  CHECK(keeps_logarithm(power_of_e(1e9) * power_of_e(1e9), Interval(2e9)));
  CHECK(keeps_logarithm(power_of_e(1e300) / power_of_e(-1e300), Interval(2e300)));
  CHECK(keeps_logarithm(power_of_e(1e9) * Certified(3.0), Interval(1e9) + log(Interval(3.0))));
  CHECK(keeps_logarithm(Certified(3.0) / power_of_e(1e9), log(Interval(3.0)) - Interval(1e9)));
  CHECK((power_of_e(1e300) / power_of_e(1e300)).same(Certified(1.0)));
  CHECK((Certified(0.0) * power_of_e(1e300)).zero());
  CHECK((Certified(0.0) / power_of_e(1e300)).zero());
  CHECK((power_of_e(1e300) / Certified(0.0)).undefined());
  CHECK((power_of_e(1e300) * Certified(-1.0)).undefined());
}

TEST_CASE("a quotient of two that are beyond range may be within it again") {
  const Certified ratio = power_of_e(1e9 + 1) / power_of_e(1e9);
  CHECK(encloses(ratio, exp(Interval(1.0))));
  CHECK(ratio.relative_radius() <= 0x1p-124 * (1 + 0x1p-28));
  CHECK(encloses(power_of_e(1e9) * power_of_e(-1e9 + 10), exp(Interval(10.0))));
}

TEST_CASE("a sum beyond range is the larger, and the logarithm of what the smaller adds") {
  const Certified twice = power_of_e(1e9) + power_of_e(1e9);
  CHECK(keeps_logarithm(twice, Interval(1e9) + log(Interval(2.0))));
  const Certified near = power_of_e(1e9) + power_of_e(1e9 - 3);
  const Interval share = Interval(1.0) + exp(Interval(-3.0));
  CHECK(keeps_logarithm(near, Interval(1e9) + log(share)));
  CHECK(keeps_logarithm(power_of_e(1e300) + power_of_e(-1e300), Interval(1e300)));
  const Certified one_more = power_of_e(1e9) + Certified(1.0);  // ln adds less than e^-1e9
  CHECK(keeps_logarithm(one_more, Interval(1e9)));
  CHECK(exp(Interval(-1e9)).below(Interval::radius_of(one_more)));
  CHECK(keeps_logarithm(power_of_e(1e9) + Certified(0.0), Interval(1e9)));
  CHECK(is_masked(power_of_e(1e9) + Certified(-infinity)));
  CHECK((power_of_e(1e9) - power_of_e(1e8)).undefined());
}

TEST_CASE("a number beyond range compares, rounds and prints by its logarithm") {
  CHECK(power_of_e(1e9) < power_of_e(2e9));
  CHECK(Certified(1e308) < power_of_e(1e9));
  CHECK(power_of_e(-1e9) < Certified(5e-324));
  CHECK(Certified(-1.0) < power_of_e(-1e9));
  CHECK(power_of_e(1e9).approximate() == infinity);
  CHECK(power_of_e(-1e9).approximate() == 0);
  CHECK(power_of_e(1e9).round_to(parse_format("binary64")) == infinity);
  CHECK(std::isnan(power_of_e(1e9).round_to(parse_format("e4m3fn")).value()));
  CHECK(power_of_e(-1e9).round_to(parse_format("binary32")) == 0.0);
  CHECK(power_of_e(1e9).decimal(12).digits == "exp(1000000000)");
  CHECK(power_of_e(-1e300).decimal(12).digits == "exp(-1e300)");
}

TEST_CASE("where the exponent is not known to be in range or beyond, e^x is undefined") {
  // 1e300/0.7 is known to within 1e300 * 2^-127, so the difference is 0 within 1e262: e^it is
  // neither large nor small.
  const Certified scaled = Certified(1e300) / Certified(0.7);
  CHECK(exp(scaled - scaled).undefined());
  CHECK(exp(scaled - scaled + Certified(2.4e8)).undefined());
  CHECK(keeps_logarithm(exp(scaled), Interval(1e300) / Interval(0.7)));
}

}  // namespace softmax
