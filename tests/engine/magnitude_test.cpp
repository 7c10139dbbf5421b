// A bound is only ever rounded up, and by no more than it says, against exact rationals.

#include "engine/magnitude.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/engine/oracle.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::Rational;

constexpr std::uint64_t seed = 111;
constexpr int trials = 20'000;

/// Domain: a small exponent.
Rational exactly(const Magnitude& m) {
  return oracle::rational(std::ldexp(m.mantissa, static_cast<int>(m.exponent)));
}

void require_just_above(const Magnitude& got, const Rational& real) {
  const Rational most = real * oracle::rational(1 + 0x1p-49);
  REQUIRE((exactly(got) >= real));
  REQUIRE((exactly(got) <= most));
  REQUIRE((got.zero() || (got.mantissa >= 0.5 && got.mantissa < 1)));
}

Magnitude any(Random& random) {
  return random.whole(0, 20) == 0 ? Magnitude{}
                                  : Magnitude::of(std::fabs(random.spread(-150, 150)));
}

}  // namespace

TEST_CASE("sums, products and quotients are at least the real ones, by 2^-49 at most") {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    const Magnitude a = any(random);
    const Magnitude b = any(random);
    require_just_above(a + b, exactly(a) + exactly(b));
    require_just_above(a * b, exactly(a) * exactly(b));
    if (!b.zero()) { require_just_above(a / b, exactly(a) / exactly(b)); }
    REQUIRE((a < b) == (exactly(a) < exactly(b)));
  }
}

TEST_CASE("a bound as large as it needs to be neither overflows nor underflows") {
  const Magnitude huge = Magnitude::of(1.0, 1'000'000'000);
  const Magnitude tiny = Magnitude::of(1.0, -1'000'000'000);
  CHECK(tiny < huge);

  CHECK((huge * huge).exponent == 2'000'000'001);

  CHECK((tiny / huge).exponent == -1'999'999'999);

  CHECK(huge < huge + tiny);

  CHECK_FALSE(huge + tiny < huge);
  CHECK(Magnitude::of(0.0).zero());

  CHECK(Magnitude::of(3.0).mantissa == 0.75);

  CHECK(Magnitude::of(3.0).exponent == 2);

  CHECK(Magnitude::of(5e-324).mantissa == 0.5);
}

TEST_CASE("a far smaller addend still counts") {
  const Magnitude one = Magnitude::of(1.0);
  for (const int exponent : {-50, -59, -60, -61, -62, -1000}) {
    CHECK(one < one + Magnitude::of(1.0, exponent));

    CHECK(one < Magnitude::of(1.0, exponent) + one);
  }
}

}  // namespace softmax
