// What a printed decimal tells of a number, and what it does not.

#include "engine/compare_printed.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "tests/engine/compare_question.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Printed decimal(const std::string& text) { return printed(Given::from_text(text), true); }

TEST_CASE("A decimal is every number within half a unit of its last digit") {
  const Printed p = decimal("0.6590");
  REQUIRE(p.digits == 4);
  REQUIRE(p.quantum == 1e-4);
  REQUIRE(prints_as(0.65904, p));
  REQUIRE(prints_as(0.65896, p));
  REQUIRE_FALSE(prints_as(0.65906, p));
  REQUIRE_FALSE(prints_as(0.65894, p));
}

TEST_CASE("An exponent moves the last digit") {
  const Printed p = decimal("9.9995e-01");
  REQUIRE(p.digits == 5);
  REQUIRE(prints_as(0.999954, p));
  REQUIRE_FALSE(prints_as(0.999956, p));
  REQUIRE(prints_as(1.2004e5, decimal("1.200e+5")));
  REQUIRE_FALSE(prints_as(1.2006e5, decimal("1.200E5")));
}

TEST_CASE("A printed zero is a range, a whole number is exact") {
  REQUIRE(prints_as(0.00004, decimal("0.0000")));
  REQUIRE_FALSE(prints_as(0.00006, decimal("0.0000")));
  for (const char* zero : {"0", "0.", "0.0"}) { REQUIRE_FALSE(prints_as(1e-9, decimal(zero))); }
  for (const char* one : {"1", "1.", "1.0"}) {
    REQUIRE(prints_as(1, decimal(one)));
    REQUIRE_FALSE(prints_as(0.6, decimal(one)));
  }
}

TEST_CASE("A number out of a binary file is itself and nothing beside it") {
  const double value = 0.1;
  const Printed p = printed(Given::from_double(value), false);
  REQUIRE(prints_as(value, p));
  REQUIRE_FALSE(prints_as(std::nextafter(value, 1), p));
  REQUIRE_FALSE(prints_as(std::nextafter(value, 0), p));
}

TEST_CASE("NaN prints as NaN only and an infinity as itself only") {
  REQUIRE(prints_as(nan, decimal("nan")));
  REQUIRE_FALSE(prints_as(0.5, decimal("nan")));
  REQUIRE_FALSE(prints_as(nan, decimal("0.5")));
  REQUIRE(prints_as(-infinity, decimal("-inf")));
  REQUIRE_FALSE(prints_as(infinity, decimal("-inf")));
  REQUIRE_FALSE(prints_as(-1e308, decimal("-inf")));
  REQUIRE_FALSE(prints_as(infinity, decimal("1e308")));
}

TEST_CASE("Every number prints as its own digits, and with 17 no other does") {
  constexpr std::uint64_t seed = 71;
  Random random(seed);
  CAPTURE(seed);
  for (int trial = 0; trial < 2000; ++trial) {
    const double value = random.spread(-40, 20);
    for (const int digits : {2, 4, 6, 9, 15, 17}) {
      const Printed p = decimal(fmt::format("{:.{}e}", value, digits - 1));
      CAPTURE(value, digits);
      REQUIRE(prints_as(value, p));
      // Beyond one unit nothing does; a unit is at most 10^(1 - digits) of the value.
      const double beyond = std::fabs(value) * 1.01 * std::pow(10.0, 1 - digits);
      REQUIRE_FALSE(prints_as(value + std::max(beyond, std::fabs(value) * 0x1p-51), p));
    }
  }
}

TEST_CASE("Narrowing rounds the given number once, not its double") {
  // Half way between two numbers of binary16 and 10^-30 more: binary64 cannot see that.
  const Given given = Given::from_text("1.000488281250000000000000000001");
  const Format half = parse_format("binary16");
  const double in_binary64 = given.held_in(parse_format("binary64"));
  REQUIRE(round_to_format(in_binary64, half) == 1);
  REQUIRE(narrowed(given, in_binary64, half) == 1 + 0x1p-10);
}

TEST_CASE("The digits that name every number are those of the standards") {
  REQUIRE(digits_that_name(parse_format("binary16")) == 5);
  REQUIRE(digits_that_name(parse_format("binary32")) == 9);
  REQUIRE(digits_that_name(parse_format("binary64")) == 17);
}

}  // namespace
}  // namespace softmax
