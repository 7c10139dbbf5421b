// A token by chance: the search in running sums, and the numbers in [0, 1) that lessons draw.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>
#include <limits>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/decode.hpp"
#include "tests/engine/lesson.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Doubles = std::vector<double>;

constexpr double largest_u = 1 - 0x1p-53;

Sampled drawn(const Doubles& probabilities, double u, const std::string& format = "binary32") {
  return sample(probabilities, u, parse_format(format));
}

Doubles softmax_of(const std::vector<std::string>& logits) {
  return probabilities(Algorithm::shifted, given(logits), in("binary32"));
}

}  // namespace

TEST_CASE("the token is the first whose running sum is above u") {
  const Doubles p = {0.25, 0.5, 0.25};
  CHECK(drawn(p, 0).index == 0);
  CHECK(drawn(p, 0.25 - 0x1p-54).index == 0);
  CHECK(drawn(p, 0.25).index == 1);
  CHECK(drawn(p, 0.75 - 0x1p-53).index == 1);
  CHECK(drawn(p, 0.75).index == 2);
  CHECK(drawn(p, largest_u).index == 2);
}

TEST_CASE("a token of probability 0 is not taken: not first at u = 0, not last, not between") {
  CHECK(drawn({0, 1}, 0).index == 1);
  CHECK(drawn({0, 0.5, 0, 0.5, 0}, 0).index == 1);
  CHECK(drawn({0, 0.5, 0, 0.5, 0}, 0.5).index == 3);
  CHECK(drawn({0, 0.5, 0, 0.5, 0}, largest_u).index == 3);
}

TEST_CASE("sums that end below 1 leave no gap: the largest u takes the last token") {
  const Doubles p = softmax_of({"0", "2", "1"});
  const Sampled last = drawn(p, 1 - 0x1p-24);
  CHECK(last.sums.back() == 1 - 0x1p-23);
  CHECK(last.index == 2);
  const Doubles tenths(10, 0.1);
  CHECK(drawn(tenths, largest_u, "binary64").sums.back() == largest_u);
  CHECK(drawn(tenths, largest_u, "binary64").index == 9);
}

TEST_CASE("a sum of 1 in binary32 and more in binary64 is no error in either") {
  const Doubles p = softmax_of({"0", "-17", "-17"});
  CHECK(drawn(p, 0.5, "binary32").sums.back() == 1);
  CHECK(drawn(p, 0.5, "binary64").sums.back() > 1 + 8e-8);
  CHECK(drawn(p, 0.5, "binary32").index == 0);
  CHECK(drawn(p, 0.5, "binary64").index == 0);
  CHECK(drawn(p, largest_u, "binary64").index == 2);
  CHECK(drawn(p, largest_u, "binary32").index == 0);  // where the sum stalls, none can be reached
}

TEST_CASE("the running sums are those of the row, in its order and in the format") {
  CHECK(drawn({0.25, 0, 0.5}, 0).sums == Doubles{0.25, 0.25, 0.75});
  CHECK(drawn({0.5, 0x1p-12, 0x1p-12}, 0, "binary16").sums == Doubles{0.5, 0.5, 0.5});
}

TEST_CASE("every u takes a token that can be, whatever the sums round to") {
  constexpr std::uint64_t seed = 303;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 2'000; ++i) {
    Doubles p(static_cast<std::size_t>(random.whole(1, 30)));
    for (double& x : p) { x = random.coin() ? 0 : std::fabs(random.spread(-30, 0)); }
    p[static_cast<std::size_t>(random.whole(0, static_cast<std::int64_t>(p.size()) - 1))] = 0.5;
    const double u = random.any_of(std::array{0.0, 0x1p-53, random.unit(), 1 - 0x1p-24, largest_u});
    const char* format = random.any_of(std::array{"bfloat16", "binary16", "binary32", "binary64"});
    const Sampled token = drawn(p, u, format);
    CAPTURE(format, u, p);
    REQUIRE(token.index < p.size());
    CHECK(p[token.index] > 0);
    const double before = token.index == 0 ? 0 : token.sums[token.index - 1];
    CHECK(before <= u * token.sums.back());
    CHECK(u * token.sums.back() < token.sums[token.index]);
  }
}

TEST_CASE("even a sum of the smallest number, which u cannot make smaller, has its token") {
  const double smallest = std::numeric_limits<double>::denorm_min();
  CHECK(smallest * largest_u == smallest);
  CHECK(drawn({0, smallest, 0}, largest_u, "binary64").index == 1);
}

TEST_CASE("u is from 0 to below 1, and a row has a sum that is finite and not 0") {
  for (const double wrong : {-0x1p-60, 1.0, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK_THROWS_MATCHES(drawn({1}, wrong), std::invalid_argument,
                         MessageMatches(ContainsSubstring("u is " + computed_text(wrong))));
  }
  CHECK_THROWS_MATCHES(drawn({0, 0}, 0), std::invalid_argument,
                       MessageMatches(ContainsSubstring("each of 2 probabilities is 0")));
  CHECK_THROWS_MATCHES(drawn({40'000, 40'000}, 0, "binary16"), std::invalid_argument,
                       MessageMatches(ContainsSubstring("the sum of 2 probabilities is inf")));
  CHECK_THROWS_MATCHES(drawn({}, 0), std::invalid_argument,
                       MessageMatches(ContainsSubstring("no values")));
}

TEST_CASE("the numbers of a seed are SplitMix64's, of which the first 53 bits are kept") {
  // The five that are published for the seed 1234567.
  const std::array<std::uint64_t, 5> published = {6457827717110365317U, 3203168211198807973U,
                                                  9817491932198370423U, 4593380528125082431U,
                                                  16408922859458223821U};
  for (std::size_t i = 0; i < published.size(); ++i) {
    CHECK(uniform(1234567, i) == std::ldexp(static_cast<double>(published[i] >> 11U), -53));
  }
  // Python's whole numbers modulo 2^64: the last 11 bits of the 64 dropped.
  CHECK(uniform(0, 0) == 0x1c4415072f63b9p-53);
  CHECK(uniform(0, 2) == 0xd88ba3100128p-53);
  CHECK(uniform(0xffffffffffffffff, 1) == 0x1d33ff0cfb7ed0p-53);
  CHECK(uniform(42, 1'000'000'000'000) == 0x5fad56c70853ap-53);
}

TEST_CASE("draws are as frequent as they are likely") {
  const Doubles p = {0.5, 0, 0.25, 0.125, 0.125};
  constexpr int draws = 20'000;
  std::array<int, 5> counts{};
  for (std::uint64_t i = 0; i < draws; ++i) { ++counts.at(drawn(p, uniform(7, i)).index); }
  for (std::size_t i = 0; i < p.size(); ++i) {
    // Four standard deviations of a binomial count: sqrt(n p (1 - p)).
    const double allowed = 4 * std::sqrt(draws * p[i] * (1 - p[i]));
    CHECK(std::fabs(counts.at(i) - draws * p[i]) <= allowed);
  }
}

}  // namespace softmax
