// exp_rounded against correct rounding by interval, in all six formats.

#include "engine/rounded.hpp"

#include <fmt/format.h>

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "tests/engine/oracle_edges.hpp"
#include "tests/engine/oracle_half.hpp"
#include "tests/engine/oracle_rounded.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double quiet_nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t seed = 51;

using oracle::any_tie;
using oracle::around;
using oracle::identical;

void require_exp(double x, const Format& format) {
  const double got = exp_rounded(x, format);
  const double wanted = oracle::exp_nearest(x, format);
  if (!identical(got, wanted)) {
    FAIL(fmt::format("exp({:a}) in {}: {:a}, not {:a}", x, format.name, got, wanted));
  }
}

}  // namespace

TEST_CASE("exp is correctly rounded at special, small and seeded arguments of any size") {
  CAPTURE(seed);
  for (const Format& format : builtin_formats()) {
    Random random(seed);
    for (const double x :
         {0.0, -0.0, infinity, -infinity, quiet_nan, 5e-324, -5e-324, 1e308, -1e308}) {
      require_exp(x, format);
    }
    for (int i = 0; i < 4'000; ++i) {
      require_exp(random.between(-760, 760), format);
      require_exp(random.between(-20, 20), format);
      require_exp(random.spread(-1070, 9), format);
    }
  }
}

TEST_CASE("exp is correctly rounded next to a tie and on both sides of every threshold") {
  CAPTURE(seed);
  for (const Format& format : builtin_formats()) {
    Random random(seed);
    for (int i = 0; i < 1'500; ++i) {
      const double x = oracle::logarithm_near(any_tie(format, random));
      for (const double near : around(x)) { require_exp(near, format); }
    }
    const double half_gap = std::ldexp(unit_roundoff(format), format.emax);
    const double smallest = smallest_subnormal(format);
    const double ln_2 = oracle::logarithm_near(2);
    for (const double y : {format.largest, format.largest - half_gap, smallest_normal(format)}) {
      for (const double near : around(oracle::logarithm_near(y))) { require_exp(near, format); }
    }
    for (int k = -3; k <= 3; ++k) {  // to 0 below half the smallest, to it above
      for (const double near : around(oracle::logarithm_near(smallest) + k * ln_2)) {
        require_exp(near, format);
      }
    }
  }
}

TEST_CASE("the hardest known binary64 argument of exp is rounded right") {
  // Lefevre and Muller, "Worst cases for correct rounding of the elementary functions in double
  // precision" (ARITH 15, 2001).
  for (const double x : around(0x1.9e9cbbfd6080bp-31)) { require_exp(x, parse_format("binary64")); }
}

TEST_CASE("exp is right for every number of the formats of 8 and 16 bits") {
  for (std::uint32_t code = 0; code <= 0xffff; ++code) {
    const auto bits = static_cast<std::uint16_t>(code);
    const double half = oracle::held(std::bit_cast<oracle::Float16>(bits));
    require_exp(half, parse_format("binary16"));
    require_exp(oracle::held(std::bit_cast<Eigen::bfloat16>(bits)), parse_format("bfloat16"));
    if (code % 64 == 0) {  // three bits of fraction at most: every fp8 number is among these
      require_exp(half, parse_format("e5m2"));
      require_exp(half, parse_format("e4m3fn"));
    }
  }
}

}  // namespace softmax
