// Enclosures wide enough to see: an operation must hold its result for every real in them, and a
// rounding, a sign or a spacing must be given only where all of them agree.

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "engine/certified.hpp"
#include "tests/engine/oracle.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::encloses;
using oracle::Interval;

constexpr int trials = 10'000;

/// x, within about 2^(e-127): what is left when a third of 2^(e+1) is added and taken away.
/// The power is a product of two: 2^(e+1) may be beyond the doubles.
Certified blurred(double x, int e) {
  const Certified power = Certified(std::ldexp(1.0, e / 2)) * Certified(std::ldexp(2.0, e - e / 2));
  const Certified large = power / Certified(3.0);
  return (Certified(x) + large) - large;
}

/// All that c may be.
Interval everything(const Certified& c) {
  const Interval radius = Interval::radius_of(c);
  const Interval midpoint = Interval::midpoint_of(c);
  return Interval::hull(midpoint - radius, midpoint + radius);
}

Certified random_blurred(Random& random) {
  const int size = static_cast<int>(random.whole(-40, 40));
  return blurred(random.spread(size, size), size + 127 - static_cast<int>(random.whole(-2, 130)));
}

void require_enclosed(const Certified& c, const Interval& all, const std::string& what) {
  if (c.undefined()) { return; }  // as a quotient by what may be zero, tested below
  if (!encloses(c, all)) {
    FAIL(what << ": " << everything(c).text() << " does not hold " << all.text());
  }
}

}  // namespace

TEST_CASE("an operation on enclosures holds its result for every real in them") {
  constexpr std::uint64_t seed = 11;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    const Certified a = random_blurred(random);
    const Certified b = random_blurred(random);
    const Interval x = everything(a);
    const Interval y = everything(b);
    const std::string trial = fmt::format("trial {} of ", i);
    require_enclosed(a + b, x + y, trial + "a + b");
    require_enclosed(a - b, x - y, trial + "a - b");
    require_enclosed(a * b, x * y, trial + "a * b");
    require_enclosed(a / b, x / y, trial + "a / b");
    require_enclosed(log(a), log(x), trial + "log a");
    // Beyond this e^x is kept as x, which has nothing to enclose but itself.
    if (abs(a) < Certified(1e8)) { require_enclosed(exp(a), exp(x), trial + "exp a"); }
  }
}

TEST_CASE("a quotient is undefined if and only if the divisor may be zero") {
  constexpr std::uint64_t seed = 12;
  CAPTURE(seed);
  Random random(seed);
  int undefined = 0;
  for (int i = 0; i < trials; ++i) {
    const Certified b = random_blurred(random);
    const bool may_be_zero = everything(b).holds_zero();
    if ((Certified(1.0) / b).undefined() != may_be_zero) { FAIL(everything(b).text()); }
    if (b.sign().has_value() == may_be_zero) { FAIL(everything(b).text()); }
    undefined += may_be_zero ? 1 : 0;
  }
  CHECK(undefined > 50);
}

TEST_CASE("a rounding to a format is given only where every real of the enclosure agrees") {
  constexpr std::uint64_t seed = 13;
  CAPTURE(seed);
  Random random(seed);
  int given = 0;
  for (int i = 0; i < trials; ++i) {
    const Format& format = random.any_of(builtin_formats());
    const int size = static_cast<int>(random.whole(format.emin - format.precision, format.emax));
    const double x = random.coin() ? random.spread(size, size) : std::ldexp(random.sign(), size);
    const int blur = size - format.precision + static_cast<int>(random.whole(-6, 3));
    const Certified c = random.whole(0, 9) == 0 ? blurred(0, blur + 127) : blurred(x, blur + 127);
    const std::optional<double> rounded = c.round_to(format);
    if (!rounded) { continue; }
    ++given;
    const std::optional<double> agreed = everything(c).nearest(format);
    const bool same =
        agreed && (*agreed == *rounded || (std::isnan(*agreed) && std::isnan(*rounded)));
    if (!same) { FAIL(format.name << ": " << everything(c).text() << " gave " << *rounded); }
  }
  CHECK(given > trials / 10);
}

TEST_CASE("the ulp at an enclosure holds the ulp of every real in it") {
  constexpr std::uint64_t seed = 14;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials / 2; ++i) {
    const Format& format = random.any_of(builtin_formats());
    const int size = static_cast<int>(random.whole(format.emin - format.precision, format.emax));
    const double x = random.coin() ? random.spread(size, size) : std::ldexp(random.sign(), size);
    const Certified c = blurred(x, size + 127 - static_cast<int>(random.whole(1, 120)));
    require_enclosed(ulp(c, format), oracle::ulp(everything(c), format), format.name);
  }
}

TEST_CASE("the ulp at a number known to be 1 or less is not the ulp above 1") {
  const Format binary32 = parse_format("binary32");
  const Certified p = Certified(1.0) / (Certified(1.0) + exp(Certified(-200.0)));  // 1 - e^-200
  const Interval true_p = Interval(1.0) / (Interval(1.0) + exp(Interval(-200.0)));
  CHECK(encloses(ulp(p, binary32), oracle::ulp(true_p, binary32)));
}

}  // namespace softmax
