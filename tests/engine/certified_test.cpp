// What a certified number is: its kinds, what it knows exactly, how it compares.

#include "engine/certified.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "tests/engine/oracle.hpp"

namespace softmax {
namespace {

using Kind = Certified::Kind;
using oracle::encloses;
using oracle::Interval;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();

const Certified minus_infinity(-infinity);
const Certified undefined(quiet_nan);
const Certified one(1.0);

Certified power_of_two(int exponent) { return Certified(std::ldexp(1.0, exponent)); }

/// e^x for x beyond range: what is kept is x.
const Certified huge = exp(Certified(1e300));
const Certified tiny = exp(Certified(-1e300));

}  // namespace

TEST_CASE("a double is certified exactly, and infinities and NaN have kinds of their own") {
  CHECK(Certified(0.1).exact());
  CHECK(Certified(0.1).approximate() == 0.1);
  CHECK(Certified(5e-324).approximate() == 5e-324);
  CHECK(Certified(0.0).zero());
  CHECK(Certified(-0.0).zero());
  CHECK(minus_infinity.kind() == Kind::minus_infinity);
  CHECK(Certified(infinity).undefined());
  CHECK(undefined.undefined());
}

TEST_CASE("a result that 128 bits hold is known to the last bit") {
  const Certified wide = power_of_two(62) + power_of_two(-64);  // 127 bits, and room to carry
  CHECK(wide.exact());
  CHECK(encloses(wide, Interval(0x1p62) + Interval(0x1p-64)));
  CHECK((wide - power_of_two(62)).same(power_of_two(-64)));
  CHECK((Certified(0.1) * Certified(0.3)).exact());
  CHECK((Certified(0.1) * Certified(0.3) / Certified(0.3)).same(Certified(0.1)));
  CHECK((Certified(7.0) / Certified(-64.0)).same(Certified(-0.109375)));
  CHECK(exp(Certified(0.0)).same(one));
  CHECK(exp(minus_infinity).zero());
  CHECK(log(one).zero());
  CHECK((Certified(0.1) - Certified(0.1)).zero());
  CHECK((Certified(0.0) * (one / Certified(3.0))).zero());
}

TEST_CASE("a result that 128 bits do not hold carries a radius") {
  CHECK_FALSE((power_of_two(64) + power_of_two(-64)).exact());  // 129 bits
  CHECK_FALSE((one / Certified(3.0)).exact());
  CHECK_FALSE((power_of_two(1000) - power_of_two(-1000)).exact());
  CHECK_FALSE(exp(one).exact());
  CHECK_FALSE(log(Certified(2.0)).exact());
  const Certified third = one / Certified(3.0);
  CHECK_FALSE((third * Certified(3.0)).exact());  // its true value is 1, but who knows
}

TEST_CASE("the sign is given only where the enclosure leaves no doubt") {
  CHECK(Certified(-2.0).sign() == -1);
  CHECK(Certified(0.0).sign() == 0);
  CHECK(exp(Certified(-700.0)).sign() == 1);
  const Certified third = one / Certified(3.0);
  CHECK_FALSE((third + third + third - one).sign().has_value());
  CHECK_FALSE(undefined.sign().has_value());
  CHECK_FALSE(minus_infinity.sign().has_value());
  CHECK((third + third + third - one).relative_radius() == infinity);
}

TEST_CASE("what has no value is undefined, and stays so") {
  CHECK((Certified(0.0) / Certified(0.0)).undefined());
  CHECK((one / Certified(0.0)).undefined());
  CHECK((one / (one - one / Certified(3.0) * Certified(3.0))).undefined());
  CHECK((minus_infinity - minus_infinity).undefined());
  CHECK((one - minus_infinity).undefined());
  CHECK((minus_infinity * one).undefined());
  CHECK((one / minus_infinity).undefined());
  CHECK((minus_infinity / Certified(0.0)).undefined());
  CHECK(log(Certified(-1.0)).undefined());
  CHECK(log(minus_infinity).undefined());
  CHECK((-minus_infinity).undefined());
  for (const Certified& x : {one, minus_infinity, huge}) {
    CHECK((undefined + x).undefined());
    CHECK((x - undefined).undefined());
    CHECK((x * undefined).undefined());
    CHECK((undefined / x).undefined());
  }
  CHECK(exp(undefined).undefined());
  CHECK(log(undefined).undefined());
}

TEST_CASE("minus infinity is a mask that sums, shifts and scales pass on") {
  CHECK(is_masked(minus_infinity + one));
  CHECK(is_masked(minus_infinity - one));
  CHECK(is_masked(minus_infinity / Certified(0.7)));
  CHECK(is_masked(log(Certified(0.0))));
  CHECK(minus_infinity < Certified(-1e308));
  CHECK_FALSE(minus_infinity < minus_infinity);
  CHECK(minus_infinity.same(Certified(-infinity)));
}

TEST_CASE("comparison looks at midpoints, and nothing compares with undefined") {
  CHECK(Certified(-1.0) < Certified(0.0));
  CHECK(Certified(1.0) < Certified(1.0) + power_of_two(-120));
  CHECK_FALSE(one < one);
  CHECK_FALSE(undefined < one);
  CHECK_FALSE(one < undefined);
  CHECK(abs(Certified(-0.1)).same(Certified(0.1)));
  CHECK_FALSE(undefined.same(undefined));
  CHECK_FALSE((one / Certified(3.0)).same(one / Certified(3.0)));
}

TEST_CASE("the example of the header prints what it says") {
  CHECK(exp(Certified(1000.0)).decimal(12).digits == "1.97007111402e434");
}

}  // namespace softmax
