// log_rounded against correct rounding by interval, in all six formats.

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

void require_log(double x, const Format& format) {
  const double got = log_rounded(x, format);
  const double wanted = oracle::log_nearest(x, format);
  if (!identical(got, wanted)) {
    FAIL(fmt::format("log({:a}) in {}: {:a}, not {:a}", x, format.name, got, wanted));
  }
}

}  // namespace

TEST_CASE("log is correctly rounded at special, seeded and subnormal arguments") {
  CAPTURE(seed);
  for (const Format& format : builtin_formats()) {
    Random random(seed);
    for (const double x : {0.0, -0.0, infinity, -infinity, quiet_nan, -1.0, -5e-324, 5e-324, 1.0}) {
      require_log(x, format);
    }
    for (int i = 0; i < 1'000; ++i) {
      require_log(std::fabs(random.any_double()), format);
      require_log(std::fabs(random.spread(-1074, -1022)), format);
      require_log(std::fabs(random.spread(-4, 4)), format);
    }
  }
}

TEST_CASE("log is correctly rounded near 1 and next to a tie") {
  CAPTURE(seed);
  for (const Format& format : builtin_formats()) {
    Random random(seed);
    for (int k = 1; k <= 53; ++k) {
      for (const double x : around(1 + std::ldexp(1.0, -k))) { require_log(x, format); }
      for (const double x : around(1 - std::ldexp(1.0, -k))) { require_log(x, format); }
    }
    for (int i = 0; i < 300; ++i) {
      const double tie = any_tie(format, random);
      if (!(std::fabs(tie) < 700)) { continue; }
      const double x = exp_rounded(random.sign() * tie, parse_format("binary64"));
      for (const double near : around(x)) { require_log(near, format); }
    }
  }
}

TEST_CASE("the hardest known binary64 argument of log is rounded right") {
  // Lefevre and Muller, "Worst cases for correct rounding of the elementary functions in double
  // precision" (ARITH 15, 2001).
  for (const double x : around(0x1.62a88613629b6p+678)) {
    require_log(x, parse_format("binary64"));
  }
}

TEST_CASE("log is right for every number of the formats of 8 and 16 bits") {
  for (std::uint32_t code = 0; code <= 0xffff; ++code) {
    const auto bits = static_cast<std::uint16_t>(code);
    const double half = oracle::held(std::bit_cast<oracle::Float16>(bits));
    require_log(half, parse_format("binary16"));
    require_log(oracle::held(std::bit_cast<Eigen::bfloat16>(bits)), parse_format("bfloat16"));
    if (code % 64 == 0) {  // three bits of fraction at most: every fp8 number is among these
      require_log(half, parse_format("e5m2"));
      require_log(half, parse_format("e4m3fn"));
    }
  }
}

}  // namespace softmax
