// The sum of two doubles as one number, against exact rationals.

#include "engine/double_double.hpp"

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/engine/oracle.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using oracle::Rational;

constexpr std::uint64_t seed = 101;
constexpr int trials = 20'000;

Rational exactly(const DoubleDouble& x) {
  return oracle::rational(x.high) + oracle::rational(x.low);
}

bool normalized(const DoubleDouble& x) { return x.high + x.low == x.high; }

DoubleDouble any(Random& random, int low, int high) {
  const double x = random.spread(low, high);
  return quick_two_sum(x, x * random.between(-0x1p-53, 0x1p-53));
}

}  // namespace

TEST_CASE("two doubles add, split and multiply without error") {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    const double a = random.spread(-400, 400);
    const double b = random.coin() ? random.spread(-400, 400) : a * random.spread(-60, 1);
    CAPTURE(a, b);
    const Rational x = oracle::rational(a);
    const Rational y = oracle::rational(b);
    REQUIRE((exactly(two_sum(a, b)) == x + y));
    REQUIRE(normalized(two_sum(a, b)));

    REQUIRE((exactly(two_product(a, b)) == x * y));
    REQUIRE((exactly(split(a)) == x));
    const bool a_is_larger = std::fabs(a) >= std::fabs(b);
    REQUIRE((exactly(a_is_larger ? quick_two_sum(a, b) : quick_two_sum(b, a)) == x + y));
  }
  CHECK((exactly(quick_two_sum(0, 3)) == 3));
}

TEST_CASE("the halves of a split have 26 bits: their products are exact") {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < trials; ++i) {
    const DoubleDouble a = split(random.spread(-400, 400));
    const DoubleDouble b = split(random.spread(-400, 400));
    for (const double x : {a.high, a.low}) {
      for (const double y : {b.high, b.low}) {
        REQUIRE((oracle::rational(x * y) == oracle::rational(x) * oracle::rational(y)));
      }
    }
  }
}

TEST_CASE("a sum errs by at most 2^-103 of its operands, a product by 2^-101 of itself") {
  CAPTURE(seed);
  Random random(seed);
  const Rational sum_bound = oracle::rational(0x1p-103);
  const Rational product_bound = oracle::rational(0x1p-101);
  for (int i = 0; i < trials; ++i) {
    const DoubleDouble a = any(random, -100, 100);
    const bool cancels = random.coin();
    const DoubleDouble b =
        cancels ? DoubleDouble{-a.high * (1 + random.spread(-52, -1)), 0} : any(random, -100, 100);
    const Rational x = exactly(a);
    const Rational y = exactly(b);
    REQUIRE((abs(exactly(a + b) - (x + y)) <= sum_bound * (abs(x) + abs(y))));
    REQUIRE((abs(exactly(a * b) - x * y) <= product_bound * abs(x * y)));
    REQUIRE(normalized(a + b));

    REQUIRE(normalized(a * b));
  }
}

}  // namespace softmax
