// Top-p and min-p: which of the likeliest tokens are kept, to the last bit of their sums.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <limits>
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
using Tokens = std::vector<std::size_t>;

constexpr std::array wide_formats = {"binary32", "binary64"};

Nucleus nucleus(const Doubles& probabilities, double p, const std::string& format = "binary32") {
  return top_p(probabilities, p, parse_format(format));
}

Tokens likely(const Doubles& probabilities, double share, const std::string& format = "binary32") {
  return min_p(probabilities, share, parse_format(format));
}

void require_refused(const Doubles& probabilities, const std::string& words) {
  CAPTURE(probabilities);
  const auto refused = MessageMatches(ContainsSubstring(words));
  CHECK_THROWS_MATCHES(nucleus(probabilities, 0.5, "binary16"), std::invalid_argument, refused);
  CHECK_THROWS_MATCHES(likely(probabilities, 0.5, "binary16"), std::invalid_argument, refused);
}

}  // namespace

TEST_CASE("the token that crosses p is kept") {
  for (const char* format : wide_formats) {
    CHECK(nucleus({0.4, 0.3, 0.2, 0.1}, 0.8, format).kept == Tokens{0, 1, 2});
  }
}

TEST_CASE("an exact hit of p ends the nucleus: 0.5 + 0.3 reaches 0.8, in binary32 too") {
  for (const char* format : wide_formats) {
    CHECK(nucleus({0.3, 0.1, 0.1, 0.5}, 0.8, format).kept == Tokens{3, 0});
  }
}

TEST_CASE("p is a number of the format: 0.7 in binary32 is reached by 0.7 in binary32") {
  // The float nearest to 0.7 is below it: against 0.7 in binary64 it would not be reached.
  CHECK(nucleus({0.7, 0.2, 0.1}, 0.7).kept == Tokens{0});
}

TEST_CASE("the likeliest token is always kept, however small p") {
  const Doubles p = probabilities(Algorithm::shifted, given({"0", "2", "0"}), in("binary32"));
  CHECK(nucleus(p, 1e-8).kept == Tokens{1});
  CHECK(nucleus(p, 0).kept == Tokens{1});
}

TEST_CASE("the likeliest come first, wherever they stand, and of equals the lower index") {
  CHECK(nucleus({0.1, 0.2, 0.7}, 0.25).kept == Tokens{2});
  CHECK(nucleus({0.2, 0.4, 0.4}, 0.5).kept == Tokens{1, 2});
  CHECK(nucleus({0.25, 0.25, 0.25, 0.25}, 0.5).kept == Tokens{0, 1});
}

TEST_CASE("where the sums end below p all are kept but those of probability 0") {
  // In binary32 these three sum to 1 - 2^-23.
  const Doubles p =
      probabilities(Algorithm::shifted, given({"0", "2", "0", "-inf"}), in("binary32"));
  const Nucleus all = nucleus(p, 1);
  CHECK(all.kept == Tokens{1, 0, 2});
  CHECK(all.sums.back() == 1 - 0x1p-23);
}

TEST_CASE("the running sums are those of the kept tokens, each addition rounded to the format") {
  const Nucleus half = nucleus({0.4, 0.3, 0.2, 0.1}, 0.8, "binary16");
  // 0.4 and 0.3 are 1638/4096 and 1229/4096 there: 2867/4096 is a tie of 2048ths, and the sum is
  // the even one. 0.2 is 1638/8192: the next sum is such a tie too.
  CHECK(half.sums == Doubles{1638.0 / 4096, 1434.0 / 2048, 1844.0 / 2048});
  // From 1/2 on binary16 adds in steps of 2^-11: 2^-12 is a tie, and lost.
  const Nucleus stalled = nucleus({0.5, 0x1p-12, 0x1p-12}, 1, "binary16");
  CHECK(stalled.sums == Doubles{0.5, 0.5, 0.5});
  CHECK(nucleus({0.5, 0x1p-12, 0x1p-12}, 1, "binary32").sums.back() == 0.5 + 0x1p-11);
}

TEST_CASE("a nucleus is the shortest prefix whose sum reaches p, of any row") {
  constexpr std::uint64_t seed = 302;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 500; ++i) {
    Doubles logits(static_cast<std::size_t>(random.whole(1, 40)));
    for (double& z : logits) { z = random.between(-6, 6); }
    const char* format = random.any_of(std::array{"binary16", "bfloat16", "binary32"});
    const double p = round_to_format(random.unit(), parse_format(format));
    const Doubles row = probabilities(Algorithm::shifted, numbers(logits), in(format));
    const Nucleus n = nucleus(row, p, format);
    CAPTURE(format, p, row, n.kept);
    REQUIRE(n.kept.size() == n.sums.size());
    const bool everything = n.kept.size() == row.size();
    CHECK((everything || n.sums.back() >= p));
    CHECK((n.sums.size() == 1 || n.sums[n.sums.size() - 2] < p));
    CHECK(n.kept == largest_first(row, n.kept.size()));
  }
}

TEST_CASE("min_p keeps what has at least its share of the largest, the likeliest first") {
  CHECK(likely({0.1, 0.5, 0.25, 0.15}, 0.5) == Tokens{1, 2});
  CHECK(likely({0.1, 0.5, 0.25, 0.15}, 0.51) == Tokens{1});
  CHECK(likely({0.25, 0.5, 0.25, 0}, 0) == Tokens{1, 0, 2});
  CHECK(likely({0.25, 0.5, 0.25}, 1) == Tokens{1});
}

TEST_CASE("min_p's product is rounded to the format, and may be above what it is in decimals") {
  CHECK(likely({0.4, 0.04}, 0.1, "binary64") == Tokens{0});
  CHECK(likely({0.4, 0.04}, 0.1, "binary16") == Tokens{0, 1});
  CHECK(likely({0.6, 0.18}, 0.3, "binary16") == Tokens{0, 1});  // the exact product is above 0.18
}

TEST_CASE("what is no row of probabilities is refused by its index") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  require_refused({}, "no values");
  require_refused({0.5, -0.5}, "probability 1 is -0.5");
  require_refused({0.5, -1e-300}, "probability 1 is -1e-300");
  require_refused({infinity, 0.5}, "probability 0 is inf");
  require_refused({0.5, 0.25, std::numeric_limits<double>::quiet_NaN()}, "probability 2 is nan");
  require_refused({1, 65'520}, "probability 1 is 65520");
  require_refused({0, 1e-9, 0}, "each of 3 probabilities is 0 in binary16");
}

TEST_CASE("p and a share are from 0 to 1") {
  for (const double wrong : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK_THROWS_MATCHES(nucleus({1}, wrong), std::invalid_argument,
                         MessageMatches(ContainsSubstring("p is " + computed_text(wrong))));
    CHECK_THROWS_MATCHES(likely({1}, wrong), std::invalid_argument,
                         MessageMatches(ContainsSubstring("min-p is " + computed_text(wrong))));
  }
}

}  // namespace softmax
