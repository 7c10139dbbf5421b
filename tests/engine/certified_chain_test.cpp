// Long chains of operations: whatever they did before, the enclosure holds the true value.

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>

#include "engine/certified.hpp"
#include "tests/engine/oracle_both.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::Both;

constexpr int trials = 1'000;

void require_enclosed(const Both& x, const std::string& what) {
  if (encloses(x.certified, x.interval)) { return; }
  FAIL(what << ": " << x.certified.midpoint_hex() << " within " << x.certified.radius().significand
            << " * 2^" << x.certified.radius().exponent - 64 << " misses " << x.interval.text());
}

Both any_step(const Both& x, Random& random) {
  const Both y(random.spread(-4, 4));
  switch (random.whole(0, 5)) {
    case 0:
      return x + y;
    case 1:
      return x - y;
    case 2:
      return x * y;
    case 3:
      return x / y;
    case 4:
      return exp(x / Both(1024.0)) - Both(1.0);
    default:
      return log(x * x + Both(0x1p-30));
  }
}

}  // namespace

TEST_CASE("long chains of operations never lose the true value") {
  constexpr std::uint64_t seed = 5;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    Both x(random.spread(-8, 8));
    for (int step = 0; step < 12; ++step) {
      x = any_step(x, random);
      require_enclosed(x, fmt::format("chain {}, step {}", i, step));
      // Beyond this, another exp would leave the range in which a difference is kept.
      if (Certified(1e8) < abs(x.certified)) { x = Both(random.spread(-8, 8)); }
    }
  }
}

}  // namespace softmax
