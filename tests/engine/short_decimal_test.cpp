// Short decimals by doubles are what big integers make of them; beside a tie they say nothing.

#include "engine/short_decimal.hpp"

#include <fmt/format.h>

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "engine/multiprecision.hpp"
#include "tests/engine/oracle_half.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 82;
constexpr std::array formats = {"e4m3fn",   "e5m2",     "bfloat16", "binary16",
                                "binary32", "binary64", "4,-3,4",   "24,-450,450"};

struct Decimal {
  bool negative = false;
  std::string digits;
  int exponent = 0;
};

Decimal any_short(Random& random) {
  const std::int64_t most = std::int64_t{1} << random.whole(1, 54);
  return {random.coin(), fmt::format("{:03}", random.whole(0, most)),
          static_cast<int>(random.whole(-24, 24))};
}

std::optional<double> rounded(const Decimal& x, const Format& format) {
  return round_short_decimal(x.negative, x.digits, x.exponent, format);
}

}  // namespace

TEST_CASE("what doubles say of a short decimal is what big integers say") {
  CAPTURE(seed);
  Random random(seed);
  int said = 0;
  constexpr int tries = 4000;
  for (int i = 0; i < tries; ++i) {
    const Format format = parse_format(random.any_of(formats));
    const Decimal x = any_short(random);
    const std::optional<double> held = rounded(x, format);
    if (!held) { continue; }
    ++said;
    const double wanted = round_decimal(x.negative, x.digits, x.exponent, format);
    CAPTURE(x.negative, x.digits, x.exponent, format.name, *held, wanted);
    REQUIRE(oracle::identical(*held, wanted));
  }
  CHECK(said > tries / 2);
}

TEST_CASE("decimals as people write them are all short") {
  Random random(seed);
  for (int i = 0; i < 1000; ++i) {
    const Decimal x{false, fmt::format("{}", random.whole(1, 99'999'999)), -6};
    if (!rounded(x, parse_format("binary32"))) { FAIL(x.digits << "e-6"); }
  }
}

TEST_CASE("doubles do not decide a tie, nor what is beside it by less than they hold") {
  const Format half = parse_format("binary16");
  CHECK_FALSE(rounded({false, "2049", 0}, half));
  CHECK_FALSE(rounded({true, "8003906250000001", -15}, half));  // the tie is 8.00390625
  CHECK(rounded({false, "2049001", -3}, half) == 2050);
}

TEST_CASE("what is not short is left alone") {
  const Format single = parse_format("binary32");
  CHECK_FALSE(rounded({false, "0", 0}, single));
  CHECK_FALSE(rounded({false, "9007199254740992", 0}, single));
  CHECK_FALSE(rounded({false, "1", 23}, single));
  CHECK_FALSE(rounded({false, "1", -23}, single));
  CHECK(rounded({false, "1", 22}, parse_format("binary64")) == 1e22);
}

}  // namespace softmax
