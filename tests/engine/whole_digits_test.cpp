// The digits of a ball's whole part, which are put together by two parts of 64 bits.
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>

#include "engine/ball_round.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

std::string one_by_one(uint128 whole) {
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(whole % 10)));
    whole /= 10;
  } while (whole > 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

std::string digits_of(uint128 whole) { return nearest_whole(ball_of(whole, 0)).digits; }

}  // namespace

TEST_CASE("a part keeps the zeros before it") {
  constexpr uint128 part = 10'000'000'000'000'000'000U;
  CHECK(digits_of(0) == "0");
  CHECK(digits_of(part - 1) == "9999999999999999999");
  CHECK(digits_of(part) == "10000000000000000000");
  CHECK(digits_of(part + 5) == "10000000000000000005");
  CHECK(digits_of(part / 10 * part) == "1" + std::string(37, '0'));
  CHECK(digits_of((uint128{1} << 126U) - 1) == "85070591730234615865843651857942052863");
}

TEST_CASE("wholes of every length have the digits that one after the other has") {
  constexpr std::uint64_t seed = 20261126;
  CAPTURE(seed);
  Random random(seed);
  for (unsigned bits = 1; bits <= 126; ++bits) {
    const std::uint64_t high = random.bits();
    const uint128 whole = make_uint128(high, random.bits()) >> (128U - bits);
    CHECK(digits_of(whole) == one_by_one(whole));
  }
}

}  // namespace softmax
