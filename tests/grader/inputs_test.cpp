// Inputs that checks share: what is drawn by chance, what an output is, which rows there are.

#include "grader/inputs.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <set>

#include "grader/unwritten.hpp"

namespace softmax::grader {
namespace {

constexpr Seed seed = 20260301;

std::vector<std::uint32_t> bits(const std::vector<float>& row) {
  std::vector<std::uint32_t> result;
  for (const float x : row) { result.push_back(std::bit_cast<std::uint32_t>(x)); }
  return result;
}

std::vector<std::uint32_t> drawn(Seed of, const std::string& stream) {
  return bits(Chance(of, stream).row(100, -20, 5));
}

bool finite(const std::vector<float>& row) {
  return std::ranges::all_of(row, [](float z) { return std::isfinite(z); });
}

}  // namespace

TEST_CASE("the same seed and name draw the same bits, another seed or name others") {
  CHECK(drawn(seed, "sum") == drawn(seed, "sum"));
  CHECK(drawn(seed, "sum") != drawn(seed + 1, "sum"));
  CHECK(drawn(seed, "sum") != drawn(seed, "shares"));
  CHECK(drawn(seed, "ab") != drawn(seed, "ba"));
  // For ever: a mark names its seed, and another machine must draw the same.
  Chance chance(1, "sum");
  CHECK(chance.uniform() == Chance(1, "sum").uniform());
  CHECK(bits(Chance(1, "sum").row(3, -1, 1)) ==
        std::vector<std::uint32_t>{0x3ebe02fa, 0xbebb6ba1, 0xbc1e619c});
}

TEST_CASE("what is drawn lies in its range, and reaches all of it") {
  Chance chance(seed, "range");
  std::set<std::size_t> wholes;
  double least = 1;
  double most = 0;
  for (int i = 0; i < 10000; ++i) {
    const double share = chance.uniform();
    REQUIRE((share >= 0 && share < 1));
    least = std::min(least, share);
    most = std::max(most, share);
    const float between = chance.between(-3, 5);
    REQUIRE((between >= -3 && between < 5));
    const std::size_t whole = chance.whole(4, 9);
    REQUIRE((whole >= 4 && whole <= 9));
    wholes.insert(whole);
  }
  CHECK(least < 0.001);
  CHECK(most > 0.999);
  CHECK(wholes.size() == 6);
  CHECK(chance.whole(7, 7) == 7);
}

TEST_CASE("the upper end is never drawn, be the range one step wide or all that floats span") {
  Chance chance(seed, "narrow");
  int below = 0;
  for (int i = 0; i < 1000; ++i) {
    REQUIRE(chance.between(1, std::nextafter(1.0F, 2.0F)) == 1);
    const float any =
        chance.between(-std::numeric_limits<float>::max(), std::numeric_limits<float>::max());
    REQUIRE((std::isfinite(any) && any < std::numeric_limits<float>::max()));
    below += any < 0 ? 1 : 0;
  }
  CHECK((below > 400 && below < 600));
}

TEST_CASE("an output is told from an input by what it is filled with") {
  CHECK(is_output(output(3)));
  CHECK(is_output(output_of_doubles(1)));
  CHECK(is_output(output_of_counts(2)));
  CHECK(size(output(3)) == 3);
  CHECK_FALSE(is_output(output(0)));
  CHECK_FALSE(is_output(flags({true})));
  CHECK_FALSE(is_output(std::vector<float>{std::numeric_limits<float>::quiet_NaN()}));
  CHECK_FALSE(is_output(count(0)));
  CHECK(flags({true, false}) == Value{std::vector<std::uint8_t>{1, 0}});
  CHECK(scalar(0.5F) == Value{std::vector<float>{0.5F}});
  CHECK(scalar(0.5) == Value{std::vector<double>{0.5}});
}

TEST_CASE("no arithmetic makes the number of what was never written") {
  CHECK(std::isnan(unwritten<float>()));
  CHECK(std::isnan(unwritten<double>()));
  const float zero = 0;
  for (const float made : {zero / zero, -(zero / zero), std::sqrt(-1.0F - zero),
                           std::numeric_limits<float>::infinity() * zero}) {
    CHECK(std::isnan(made));
    CHECK_FALSE(is_unwritten(made));
  }
  CHECK_FALSE(is_unwritten(std::numeric_limits<double>::quiet_NaN()));
  CHECK_FALSE(is_unwritten(std::numeric_limits<std::size_t>::max()));
}

TEST_CASE("the rows are of the kinds that they are called") {
  for (const auto& row : moderate_rows()) {
    CHECK(finite(row));
    for (const float z : row) { CHECK(std::abs(z) <= 80); }
  }
  const auto designed = designed_rows();
  CHECK(std::ranges::all_of(designed, finite));
  const auto some = [&](auto holds) { return std::ranges::any_of(designed, holds); };
  CHECK(some([](const auto& row) { return row.size() == 1; }));
  CHECK(some([](const auto& row) { return row.size() > 4 && row.size() % 4 != 0; }));
  CHECK(some([](const auto& row) { return std::ranges::max(row) < -104; }));
  CHECK(some([](const auto& row) { return std::ranges::max(row) > 89; }));
  for (const int place : {0, 1, 2}) {  // of the largest: first, inside, last
    CHECK(some([&](const auto& row) {
      const auto at = static_cast<std::size_t>(std::ranges::max_element(row) - row.begin());
      const bool last = at + 1 == row.size();
      return row.size() > 2 && (place == 0 ? at == 0 : place == 2 ? last : at > 0 && !last);
    }));
  }
}

TEST_CASE("masked rows hold a mask and a logit each, long rows are long") {
  for (const auto& row : masked_rows()) {
    CHECK(std::ranges::any_of(row, [](float z) { return z == -INFINITY; }));
    CHECK(std::ranges::any_of(row, [](float z) { return std::isfinite(z); }));
    CHECK(std::ranges::none_of(row, [](float z) { return std::isnan(z) || z == INFINITY; }));
  }
  std::size_t longest = 0;
  for (const auto& row : long_rows(seed)) {
    CHECK(row.size() >= 1000);
    CHECK(finite(row));
    longest = std::max(longest, row.size());
  }
  CHECK(longest % 4 != 0);
  CHECK(long_rows(seed) == long_rows(seed));
  CHECK(long_rows(seed) != long_rows(seed + 1));
}

}  // namespace softmax::grader
