// Rounding a certified number once to a format, against exact rationals.

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "engine/certified.hpp"
#include "tests/engine/oracle.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::Interval;
using oracle::Rational;

constexpr int trials = 5'000;

Certified power_of_two(int exponent) { return Certified(std::ldexp(1.0, exponent)); }

/// A significand as a whole number: a power of two or near one, subnormal, or any.
double significand(Random& random, int precision) {
  const std::int64_t hidden = std::int64_t{1} << (precision - 1);
  const std::int64_t near = random.whole(0, 3);
  switch (random.whole(0, 3)) {
    case 0:
      return static_cast<double>(hidden + near);
    case 1:
      return static_cast<double>(2 * hidden - 1 - near);
    case 2:
      return static_cast<double>(near);  // subnormal at emin
    default:
      return static_cast<double>(random.whole(hidden, 2 * hidden - 1));
  }
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

void require_rounds(const Certified& c, const Rational& exact, const Format& format) {
  const double wanted = oracle::nearest(exact, format);
  const std::optional<double> got = c.round_to(format);
  if (!got || !same(*got, wanted)) {
    FAIL(format.name << ": " << c.midpoint_hex() << " rounds to " << wanted << ", not "
                     << (got ? std::to_string(*got) : "undecided"));
  }
}

}  // namespace

TEST_CASE("ties, and numbers a hair off them, round once to even in every format") {
  constexpr std::uint64_t seed = 21;
  CAPTURE(seed);
  Random random(seed);
  for (const Format& format : builtin_formats()) {
    for (int i = 0; i < trials; ++i) {
      const int top =
          i % 4 == 0 ? format.emin : static_cast<int>(random.whole(format.emin, format.emax));
      const Certified units(significand(random, format.precision));
      const int below = -static_cast<int>(random.whole(2, 70));
      const Certified hair(random.coin() ? 0 : random.sign() * std::ldexp(1.0, below));
      // At most 53 bits above the point and 70 below: exact. A binary64 tie may lie below the
      // smallest double, so the quantum is a product of certified numbers.
      const Certified quantum = power_of_two(top) * power_of_two(1 - format.precision);
      const Certified sign(random.sign());
      const Certified c = (units + Certified(0.5) + hair) * quantum * sign;
      REQUIRE(c.exact());
      require_rounds(c, Interval::midpoint_of(c).lower(), format);
    }
  }
}

TEST_CASE("the largest number, the overflow threshold and infinity are told apart") {
  for (const Format& format : builtin_formats()) {
    CAPTURE(format.name);
    const Certified largest(format.largest);
    const Certified half_gap = ulp(largest, format) * Certified(0.5);
    const Certified hair = half_gap * Certified(0x1p-70);
    const double beyond = overflow_value(format, false);
    CHECK(largest.round_to(format) == format.largest);
    CHECK((largest + half_gap - hair).round_to(format) == format.largest);
    CHECK(same((largest + half_gap + hair).round_to(format).value(), beyond));
    // At the tie an even significand stays: 448 of e4m3fn is 14 * 32; others end in ones.
    const bool even = format.name == "e4m3fn";
    CHECK(same((largest + half_gap).round_to(format).value(), even ? 448 : beyond));
    CHECK(same((-(largest + half_gap + hair)).round_to(format).value(),
               overflow_value(format, true)));
    CHECK(same(exp(Certified(1e8)).round_to(format).value(), beyond));
    CHECK(exp(Certified(-1e8)).round_to(format) == 0.0);
  }
}

TEST_CASE("half the smallest subnormal rounds to zero, and anything more to it") {
  for (const Format& format : builtin_formats()) {
    CAPTURE(format.name);
    const Certified half = Certified(smallest_subnormal(format)) * Certified(0.5);
    const Certified hair = half * Certified(0x1p-100);
    CHECK(half.round_to(format) == 0.0);
    CHECK((half - hair).round_to(format) == 0.0);
    CHECK((half + hair).round_to(format) == smallest_subnormal(format));
    CHECK((half * Certified(3.0)).round_to(format) == 2 * smallest_subnormal(format));
  }
}

TEST_CASE("a ball that reaches across half the smallest subnormal is left undecided") {
  for (const Format& format : builtin_formats()) {
    CAPTURE(format.name);
    // The midpoint is just below it, in the binade below; the radius is 64 of its units.
    const Certified half = Certified(smallest_subnormal(format)) * Certified(0.5);
    const Ball below = (half - half * Certified(0x1p-123)).ball();
    REQUIRE(below.exact());
    Ball across = below;
    across.radius = Magnitude::of(64, below.exponent - 127);
    CHECK_FALSE(Certified(across).round_to(format).has_value());
    across.radius = Magnitude::of(7, below.exponent - 127);
    CHECK(Certified(across).round_to(format) == 0.0);
  }
}

TEST_CASE("a tie that is known only to within a radius is left undecided") {
  const Format binary32 = parse_format("binary32");
  const Certified third = Certified(1.0) / Certified(3.0);
  const Certified tie = Certified(0x1.000001p0);  // halfway from 1 to the next float
  CHECK(tie.round_to(binary32) == 1.0);
  CHECK_FALSE((tie * third * Certified(3.0)).round_to(binary32).has_value());
  CHECK((Certified(0x1.0000011p0) * third * Certified(3.0)).round_to(binary32) == 0x1.000002p0);
}

TEST_CASE("minus infinity and undefined round to what the format has for them") {
  const Certified mask(-std::numeric_limits<double>::infinity());
  CHECK(mask.round_to(parse_format("binary16")) == -std::numeric_limits<double>::infinity());
  CHECK(std::isnan(mask.round_to(parse_format("e4m3fn")).value()));
  CHECK(std::isnan(Certified(std::nan("")).round_to(parse_format("binary64")).value()));
}

}  // namespace softmax
