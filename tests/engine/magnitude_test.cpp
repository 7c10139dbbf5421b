// A bound is only ever rounded up, and by no more than it says, against exact rationals.

#include "engine/magnitude.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "tests/engine/oracle.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::Rational;

constexpr std::uint64_t seed = 111;
constexpr int trials = 20'000;
constexpr std::uint64_t top_bit = std::uint64_t{1} << 63U;

/// Domain: a small exponent.
Rational exactly(const Magnitude& m) {
  const Rational power = oracle::rational(std::ldexp(1.0, static_cast<int>(m.exponent) - 64));
  return Rational(std::to_string(m.significand)) * power;
}

void require_just_above(const Magnitude& got, const Rational& real, double slack = 0x1p-62) {
  const Rational most = real * (1 + oracle::rational(slack));
  REQUIRE((exactly(got) >= real));
  REQUIRE((exactly(got) <= most));
  REQUIRE((got.zero() || got.significand >= top_bit));
}

Magnitude any(Random& random) {
  const auto bits = static_cast<std::uint64_t>(random.whole(1, std::int64_t{1} << 62U));
  const auto scale = random.whole(-150, 150);
  switch (random.whole(0, 9)) {
    case 0:
      return {};
    case 1:
      return Magnitude::of(~std::uint64_t{0}, scale);
    default:
      return Magnitude::of(bits >> static_cast<unsigned>(random.whole(0, 62)), scale);
  }
}

}  // namespace

TEST_CASE("sums, products and quotients are at least the real ones, by 2^-62 (2^-30) at most") {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    const Magnitude a = any(random);
    const Magnitude b = any(random);
    require_just_above(a + b, exactly(a) + exactly(b));
    require_just_above(a * b, exactly(a) * exactly(b));
    if (!b.zero()) { require_just_above(a / b, exactly(a) / exactly(b), 0x1p-30); }
    REQUIRE((a < b) == (exactly(a) < exactly(b)));
  }
}

TEST_CASE("a difference from below is at most the real one, by 2^-62 of the minuend at most") {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    const Magnitude a = any(random);
    const Magnitude b = any(random);
    if (!(b < a)) { continue; }
    const Rational got = exactly(below_difference(a, b));
    const Rational real = exactly(a) - exactly(b);
    REQUIRE((got <= real));
    REQUIRE((got >= real - exactly(a) * oracle::rational(0x1p-62)));
  }
}

TEST_CASE("128 bits are cut to 64, up") {
  constexpr uint128 all = ~uint128{0};
  CHECK(Magnitude::above(all) == Magnitude::of(1, 128));
  CHECK(Magnitude::above(all << 64U) == Magnitude::of(~std::uint64_t{0}, 64));
  CHECK(Magnitude::above((uint128{1} << 127U) + 1) == Magnitude::of(top_bit + 1, 64));
  CHECK(Magnitude::above(5, -3) == Magnitude::of(5, -3));
  CHECK(Magnitude::above(0).zero());
}

TEST_CASE("a bound as large as it needs to be neither overflows nor underflows") {
  const Magnitude huge = Magnitude::of(1, 1'000'000'000);
  const Magnitude tiny = Magnitude::of(1, -1'000'000'000);
  CHECK(tiny < huge);
  CHECK((huge * huge).exponent == 2'000'000'001);
  CHECK((tiny / huge).exponent == -1'999'999'999);
  CHECK(huge < huge + tiny);
  CHECK_FALSE(huge + tiny < huge);
}

TEST_CASE("a far smaller addend still counts") {
  const Magnitude one = Magnitude::of(1);
  for (const int exponent : {-50, -62, -63, -64, -65, -66, -1000}) {
    CHECK(one < one + Magnitude::of(1, exponent));
    CHECK(one < Magnitude::of(1, exponent) + one);
  }
}

TEST_CASE("e^r - 1 is bounded from above, closely for a small r") {
  for (const double r : {1e-30, 1e-3, 0.25, 0.499, 0.5, 0.75, 1.0, 2.5, 40.0, 700.0}) {
    CAPTURE(r);
    const auto units = static_cast<std::uint64_t>(std::ldexp(r, 40 - std::ilogb(r)));
    const Magnitude m = exp_minus_one(Magnitude::of(units, std::ilogb(r) - 40));
    const double bound =
        std::ldexp(static_cast<double>(m.significand), static_cast<int>(m.exponent) - 64);
    CHECK(bound >= std::expm1(r) * (1 - 0x1p-30));
    if (r < 0.5) { CHECK(bound <= r * (1 + r) * (1 + 0x1p-30)); }
  }
}

}  // namespace softmax
