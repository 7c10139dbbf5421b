// Decimal text is read exactly and rounded once, however long it is; what is no number is refused.

#include "engine/given.hpp"

#include <fmt/format.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

#include "tests/engine/oracle_half.hpp"

namespace softmax {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using oracle::identical;

constexpr double infinity = std::numeric_limits<double>::infinity();

double held(const std::string& text, const char* format) {
  return Given::from_text(text).held_in(parse_format(format));
}

void require_refused(const std::string& text, const std::string& words) {
  CAPTURE(text);
  CHECK_THROWS_MATCHES(Given::from_text(text), std::invalid_argument,
                       MessageMatches(ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("a decimal is read in all its spellings") {
  for (const char* text : {"12.5", "+12.5", "1.25e1", "1.25E+1", "125e-1", "012.500", "12.5e0",
                           "0.000125e5", "1250000e-5", "12.5e-0"}) {
    CAPTURE(text);
    CHECK(held(text, "binary64") == 12.5);
    CHECK(Given::is_number(text));
  }
  CHECK(held("-.5", "binary64") == -0.5);
  CHECK(held("5.", "binary64") == 5.0);
  CHECK(held("0e5000", "binary64") == 0.0);
  CHECK(held("0.1", "binary32") == 0x1.99999ap-4);
  CHECK(held("0.1", "binary16") == 0x1.998p-4);
  CHECK(held("0.1", "e4m3fn") == 0x1.ap-4);
}

TEST_CASE("a long decimal is rounded once, and a digit far beyond a tie decides it") {
  const std::string zeros(600, '0');
  // 1 + 2^-24 is halfway between two numbers of binary32, 1 + 3 * 2^-24 too.
  const std::string tie = "1.000000059604644775390625";
  const std::string odd_tie = "1.000000178813934326171875";
  CHECK(held(tie, "binary32") == 1.0);
  CHECK(held(odd_tie, "binary32") == 1 + 0x1p-22);
  CHECK(held(tie + zeros + "1", "binary32") == 1 + 0x1p-23);
  CHECK(held("-" + tie + zeros + "1", "binary32") == -1 - 0x1p-23);
  CHECK(held("1.000000059604644775390624" + std::string(600, '9'), "binary32") == 1.0);
  // In two steps, through binary64, the last but one would be a tie.
  CHECK(held("1.00000005960464477539062500001", "binary32") == 1 + 0x1p-23);
  CHECK(held("9007199254740993", "binary64") == 9007199254740992.0);  // 2^53 + 1
  CHECK(held("9007199254740993." + zeros + "1", "binary64") == 9007199254740994.0);
  CHECK(held("2049" + zeros + "e-600", "binary16") == 2048.0);
  CHECK(held("2049" + zeros + "1e-601", "binary16") == 2050.0);
}

TEST_CASE("numbers beyond the range become 0, the smallest or infinity, each at its threshold") {
  CHECK(held("1e-400", "binary64") == 0.0);
  CHECK(identical(held("-1e-400", "binary64"), -0.0));
  CHECK(held("1e400", "binary64") == infinity);
  CHECK(held("-1e400", "binary64") == -infinity);
  CHECK(std::isnan(held("1e400", "e4m3fn")));
  CHECK(held("4.9406564584124654e-324", "binary64") == 5e-324);
  CHECK(held("2.4703282292062327e-324", "binary64") == 0.0);
  CHECK(held("2.4703282292062328e-324", "binary64") == 5e-324);
  CHECK(held("1.7976931348623158e308", "binary64") == std::numeric_limits<double>::max());
  CHECK(held("1.7976931348623159e308", "binary64") == infinity);
  CHECK(held("65519.99999", "binary16") == 65504.0);
  CHECK(held("65520", "binary16") == infinity);
  CHECK(held("464", "e4m3fn") == 448.0);
  CHECK(std::isnan(held("464.0000000000000000000000001", "e4m3fn")));
  CHECK(held("1e-5000", "binary64") == 0.0);
  CHECK(held("1e5000", "binary64") == infinity);
}

TEST_CASE("infinities and NaN are read by their usual names") {
  for (const char* text : {"inf", "+inf", "Infinity", "INF", "+INFINITY"}) {
    CHECK(Given::from_text(text).plus_infinity());
    CHECK_FALSE(Given::from_text(text).minus_infinity());
  }
  for (const char* text : {"-inf", "-Infinity", "-INF"}) {
    CHECK(Given::from_text(text).minus_infinity());
    CHECK(is_masked(Given::from_text(text).value()));
    CHECK(held(text, "binary32") == -infinity);
  }
  for (const char* text : {"nan", "NaN", "-nan", "+NAN"}) {
    CHECK(Given::from_text(text).nan());
    CHECK(Given::is_number(text));
  }
}

TEST_CASE("what is no decimal number is refused, with the text") {
  for (const char* text :
       {"0x10",  "0x1p3", "1e",    "1e+",  "e5",        ".",      "-",     "+",
        "--1",   "+-1",   "1.2.3", "1,5",  "1_000",     " 1",     "1 ",    "1f",
        "1e5.0", "1e0x1", "in",    "infi", "infinity2", "nan(1)", "--inf", "one"}) {
    require_refused(text, fmt::format("'{}' is not a number", text));
    CHECK_FALSE(Given::is_number(text));
  }
  require_refused("", "an empty text is no number");
  require_refused(std::string("1\0", 2), "is not a number");
  require_refused("1\n", "'1\\x0a' is not a number");
}

TEST_CASE("exponents beyond 5,000 and texts beyond 1,000 characters are refused") {
  require_refused("1e99999999", "decimal exponents beyond 5000 are not read");
  require_refused("-1e-99999999999999999999", "decimal exponents beyond 5000 are not read");
  require_refused("1e5001", "decimal exponents beyond 5000 are not read");
  require_refused("1e-5001", "decimal exponents beyond 5000 are not read");
  require_refused(std::string(1001, '1'), "a number of 1001 characters");
  CHECK(held(std::string(1000, '1'), "binary64") == infinity);
  CHECK(held("1e5000", "binary32") == infinity);
}

TEST_CASE("a double is given exactly, and shows its shortest digits") {
  CHECK(Given::from_double(0.1).text() == "0.1");
  CHECK(Given::from_double(0.1).value().same(Certified(0.1)));
  CHECK_FALSE(Given::from_text("0.1").value().exact());
  CHECK(Given::from_text("0.125").value().same(Certified(0.125)));
  CHECK(Given::from_double(0.1).held_in(parse_format("binary32")) == 0x1.99999ap-4);
  CHECK(Given::from_double(-infinity).minus_infinity());
  CHECK(Given::from_text("1e2").text() == "1e2");
}

}  // namespace softmax
