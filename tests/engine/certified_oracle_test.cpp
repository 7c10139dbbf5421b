// Every operation's enclosure holds the oracle's, and is as narrow as its header declares.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "engine/certified.hpp"
#include "tests/engine/oracle_both.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::Both;
using oracle::encloses;

constexpr int trials = 20'000;

void require_enclosed(const Both& x, const std::string& what) {
  if (encloses(x.certified, x.interval)) { return; }
  FAIL(what << ": " << x.certified.midpoint_hex() << " within " << x.certified.radius().mantissa
            << " * 2^" << x.certified.radius().exponent << " misses " << x.interval.text());
}

/// Checks x, and returns by how much its relative radius uses up the allowance (at most 1).
double share_of(const Both& x, double allowance, const std::string& what) {
  require_enclosed(x, what);
  const double share = x.certified.relative_radius() / allowance;
  // The ratio itself is rounded up a few times, by 2^-49 each.
  if (!(share <= 1 + 0x1p-40)) { FAIL(what << ": radius is " << share << " of what is declared"); }
  return share;
}

}  // namespace

TEST_CASE("sums, products and quotients of doubles err by at most one unit of 2^-167") {
  constexpr std::uint64_t seed = 1;
  CAPTURE(seed);
  Random random(seed);
  double worst = 0;
  for (int i = 0; i < trials; ++i) {
    const Both a(random.spread(-1000, 1000));
    const Both b(random.coin() ? random.spread(-1000, 1000)
                               : a.certified.approximate() * random.spread(-3, 3));
    const std::string pair =
        fmt::format("{:a}, {:a}", a.certified.approximate(), b.certified.approximate());
    worst = std::max({worst, share_of(a + b, 0x1p-167, pair + " sum"),
                      share_of(a - b, 0x1p-167, pair + " difference"),
                      share_of(a * b, 0x1p-167, pair + " product"),
                      share_of(a / b, 0x1p-167, pair + " quotient")});
  }
  CHECK(worst > 0.5);  // the declared bound is no idle one
}

TEST_CASE("a difference that cancels keeps the radius of what it came from") {
  constexpr std::uint64_t seed = 2;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    const Both large = Both(random.spread(-20, 20)) / Both(random.spread(-20, 20));
    const Both small(random.spread(-220, 0));
    const Both rest = (large + small) - large;
    require_enclosed(rest, fmt::format("trial {}", i));
    require_enclosed(rest / small, fmt::format("quotient of trial {}", i));
  }
}

TEST_CASE("exp errs by at most (32 + 8|x|) 2^-168") {
  constexpr std::uint64_t seed = 3;
  CAPTURE(seed);
  Random random(seed);
  const double range = std::log2(2.2e8);
  for (int i = 0; i < trials / 4; ++i) {
    const double exponent = i % 3 == 0 ? random.between(-996, 0) : random.between(0, range);
    const Both x(random.sign() * std::exp2(exponent));
    const double size = std::fabs(x.certified.approximate());
    share_of(exp(x), std::ldexp(32 + 8 * size, -168), fmt::format("exp of +-{:a}", size));
  }
}

TEST_CASE("log errs by at most 2^-150 of max(|log x|, 2^-20), near 1 of |log x|") {
  constexpr std::uint64_t seed = 4;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials / 8; ++i) {
    const Both x(std::fabs(random.spread(-1070, 1000)));
    const double size = std::fabs(std::log(x.certified.approximate()));
    share_of(log(x), std::ldexp(std::max(1.0, 0x1p-20 / size), -150),
             fmt::format("log of {:a}", x.certified.approximate()));
  }
  for (int k = 1; k <= 160; ++k) {
    const Both step(std::ldexp(1.0, -k));
    const double allowance = k == 20 ? 0x1p-149 : 0x1p-150;
    share_of(log(Both(1.0) + step), allowance, fmt::format("log of 1 + 2^-{}", k));
    share_of(log(Both(1.0) - step), allowance, fmt::format("log of 1 - 2^-{}", k));
  }
}

}  // namespace softmax
