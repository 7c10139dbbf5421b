// Every operation's enclosure holds the oracle's, and is as narrow as its header declares: of the
// ball's 128 bits, and of the witness's 168.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_template_test_macros.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "engine/certified.hpp"
#include "tests/engine/oracle_both.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::BothOf;
using oracle::encloses;

constexpr int trials = 20'000;

/// What the headers declare, relative to the result, of exact arguments.
template <class Number>
struct Declared;

template <>
struct Declared<Certified> {
  static constexpr double unit = 0x1p-127;
  static double exp_error(double /*x*/) { return 0x1p-124; }
  static double log_error(double x, double log_x) {
    return std::fabs(x - 1) < 0x1p-7 ? 0x1p-122 : std::max(1.0, 1 / log_x) * 0x1p-124;
  }
};

template <>
struct Declared<Witness> {
  static constexpr double unit = 0x1p-167;
  static double exp_error(double x) { return std::ldexp(32 + 8 * std::fabs(x), -168); }
  static double log_error(double x, double log_x) {
    return std::fabs(x - 1) < 0x1p-20 ? 0x1p-150 : std::max(1.0, 0x1p-20 / log_x) * 0x1p-150;
  }
};

template <class Number>
void require_enclosed(const BothOf<Number>& x, const std::string& what) {
  if (encloses(x.certified, x.interval)) { return; }
  FAIL(what << ": " << x.certified.midpoint_hex() << " within " << x.certified.radius().significand
            << " * 2^" << x.certified.radius().exponent - 64 << " misses " << x.interval.text());
}

/// Checks x, and returns by how much its relative radius uses up the allowance (at most 1).
template <class Number>
double share_of(const BothOf<Number>& x, double allowance, const std::string& what) {
  require_enclosed(x, what);
  const double share = x.certified.relative_radius() / allowance;
  // The ratio itself is rounded up, by 2^-30.
  if (!(share <= 1 + 0x1p-28)) { FAIL(what << ": radius is " << share << " of what is declared"); }
  return share;
}

}  // namespace

TEMPLATE_TEST_CASE("sums, products and quotients of doubles err by at most one unit", "", Certified,
                   Witness) {
  constexpr std::uint64_t seed = 1;
  CAPTURE(seed);
  Random random(seed);
  using Both = BothOf<TestType>;
  constexpr double unit = Declared<TestType>::unit;
  double worst = 0;
  for (int i = 0; i < trials; ++i) {
    const Both a(random.spread(-1000, 1000));
    const Both b(random.coin() ? random.spread(-1000, 1000)
                               : a.certified.approximate() * random.spread(-3, 3));
    const std::string pair =
        fmt::format("{:a}, {:a}", a.certified.approximate(), b.certified.approximate());
    worst = std::max(
        {worst, share_of(a + b, unit, pair + " sum"), share_of(a - b, unit, pair + " difference"),
         share_of(a * b, unit, pair + " product"), share_of(a / b, unit, pair + " quotient")});
  }
  CHECK(worst > 0.5);  // the declared bound is no idle one
}

TEMPLATE_TEST_CASE("a difference that cancels keeps the radius of what it came from", "", Certified,
                   Witness) {
  constexpr std::uint64_t seed = 2;
  CAPTURE(seed);
  Random random(seed);
  using Both = BothOf<TestType>;
  for (int i = 0; i < trials; ++i) {
    const Both large = Both(random.spread(-20, 20)) / Both(random.spread(-20, 20));
    const Both small(random.spread(-220, 0));
    const Both rest = (large + small) - large;
    require_enclosed(rest, fmt::format("trial {}", i));
    require_enclosed(rest / small, fmt::format("quotient of trial {}", i));
  }
}

TEMPLATE_TEST_CASE("exp errs by no more than is declared", "", Certified, Witness) {
  constexpr std::uint64_t seed = 3;
  CAPTURE(seed);
  Random random(seed);
  const double range = std::log2(2.2e8);
  for (int i = 0; i < trials / 4; ++i) {
    const double exponent = i % 3 == 0 ? random.between(-996, 0) : random.between(0, range);
    const BothOf<TestType> x(random.sign() * std::exp2(exponent));
    const double size = std::fabs(x.certified.approximate());
    share_of(exp(x), Declared<TestType>::exp_error(size), fmt::format("exp of +-{:a}", size));
  }
}

TEMPLATE_TEST_CASE("log errs by no more than is declared", "", Certified, Witness) {
  constexpr std::uint64_t seed = 4;
  CAPTURE(seed);
  Random random(seed);
  using Both = BothOf<TestType>;
  const auto check = [](const Both& x, const std::string& what) {
    const Both y = log(x);
    const double size = std::fabs(y.certified.approximate());
    share_of(y, Declared<TestType>::log_error(x.certified.approximate(), size), "log of " + what);
  };
  for (int i = 0; i < trials / 8; ++i) {
    const double x = std::fabs(random.spread(-1070, 1000));
    check(Both(x), fmt::format("{:a}", x));
    const double near = 1 + random.spread(-12, -2);
    check(Both(near), fmt::format("{:a}", near));
  }
  const int bits = std::is_same_v<TestType, Certified> ? 120 : 160;
  for (int k = 1; k <= bits; ++k) {
    const Both step(std::ldexp(1.0, -k));
    check(Both(1.0) + step, fmt::format("1 + 2^-{}", k));
    check(Both(1.0) - step, fmt::format("1 - 2^-{}", k));
  }
}

}  // namespace softmax
