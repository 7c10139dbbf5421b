// Formats that a reader invents, against exact rational rounding; and the texts that name formats.

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>
#include <stdexcept>
#include <string>

#include "engine/format.hpp"
#include "tests/engine/oracle.hpp"
#include "tests/engine/oracle_edges.hpp"
#include "tests/engine/oracle_half.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

Format any_invented(Random& random) {
  return parse_format(
      fmt::format("{},{},{}", random.whole(2, 24), random.whole(-450, 0), random.whole(1, 450)));
}

void require_nearest(double x, const Format& format) {
  const double got = round_to_format(x, format);
  const double wanted = oracle::nearest(oracle::rational(x), format);
  // The rational has lost the sign of a zero: it is that of x.
  const double with_sign = wanted == 0 ? std::copysign(0.0, x) : wanted;
  if (!oracle::identical(got, with_sign)) {
    FAIL(fmt::format("{} in {}: {}, not {}", x, format.name, got, with_sign));
  }
}

void require_refused(const std::string& text, const std::string& words) {
  CAPTURE(text);
  CHECK_THROWS_MATCHES(parse_format(text), std::invalid_argument,
                       MessageMatches(ContainsSubstring(text) && ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("an invented format rounds every double to its nearest number, ties to even") {
  constexpr std::uint64_t seed = 42;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 150; ++i) {
    const Format format = any_invented(random);
    for (const double x : oracle::edge_arguments(format)) {
      if (random.whole(0, 20) == 0 && std::isfinite(x)) { require_nearest(x, format); }
    }
    for (int j = 0; j < 100; ++j) {
      require_nearest(random.spread(format.emin - format.precision - 2, format.emax + 2), format);
      require_nearest(random.any_double(), format);
    }
  }
}

TEST_CASE("an invented format has the numbers that its three fields say") {
  const Format tiny = parse_format("2,0,1");
  CHECK(tiny.largest == 3.0);
  CHECK(smallest_normal(tiny) == 1.0);
  CHECK(smallest_subnormal(tiny) == 0.5);
  CHECK(unit_roundoff(tiny) == 0.25);
  CHECK(encoding_bits(tiny) ==
        4);  // sign, two bits for 0, emin..emax and infinity, one of fraction
  CHECK(encode(3.0, tiny) == 0b0101);
  CHECK(encode(-0.5, tiny) == 0b1001);
  CHECK(encode(overflow_value(tiny, true), tiny) == 0b1110);
  CHECK(parse_format("11,-14,15").largest == parse_format("binary16").largest);
  CHECK(parse_format("24,-450,450").largest == std::ldexp(2 - 0x1p-23, 450));
  CHECK(parse_format("4,-3,4").name == "4,-3,4");
}

TEST_CASE("six formats are built in, narrowest first") {
  std::string names;
  for (const Format& format : builtin_formats()) {
    names += format.name + " ";
    CHECK(parse_format(format.name).largest == format.largest);
  }
  CHECK(names == "e4m3fn e5m2 bfloat16 binary16 binary32 binary64 ");
}

TEST_CASE("a text that names no format is refused with the nearest name or the bad field") {
  require_refused("binary61", "did you mean 'binary64'?");
  require_refused("bfloat", "did you mean 'bfloat16'?");
  require_refused("E5M2", "did you mean 'e5m2'?");
  require_refused("posit", "a format is one of e4m3fn, e5m2, bfloat16, binary16, binary32");
  CHECK_THROWS_AS(parse_format(""), std::invalid_argument);
  require_refused("1,-3,4", "precision must be from 2 to 24");
  require_refused("25,-3,4", "precision must be from 2 to 24");
  require_refused("4,-451,4", "emin must be from -450 to 0");
  require_refused("4,1,4", "emin must be from -450 to 0");
  require_refused("4,-3,0", "emax must be from 1 to 450");
  require_refused("4,-3,451", "emax must be from 1 to 450");
  require_refused("4,-3,4,5", "more than precision,emin,emax");
  require_refused("4,-3", "'' is no whole number");
  require_refused("4,-3,", "'' is no whole number");
  require_refused("4,-3,4,", "more than precision,emin,emax");
  require_refused("4,-3,x", "'x' is no whole number");
  require_refused("4,-3,4.0", "'4.0' is no whole number");
  require_refused("4, -3,4", "' -3' is no whole number");
  require_refused("4,-3,99999999999", "'99999999999' is no whole number");
}

}  // namespace softmax
