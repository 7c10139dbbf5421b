// From a row to a token without chance: the largest, the k largest, and the logits that are left.

#include "engine/decode.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Doubles = std::vector<double>;
using Tokens = std::vector<std::size_t>;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

template <class Choice>
void require_refused(Choice&& choice, const std::string& words) {
  CHECK_THROWS_MATCHES(choice(), std::invalid_argument, MessageMatches(ContainsSubstring(words)));
}

}  // namespace

TEST_CASE("greedy takes the largest value, and the lowest index of equals") {
  CHECK(greedy(Doubles{1, 3, 2}) == 1);
  CHECK(greedy(Doubles{1, 1, 0}) == 0);
  CHECK(greedy(Doubles{0, 1, 1}) == 1);
  CHECK(greedy(Doubles{-3, -2, -2}) == 1);
  CHECK(greedy(Doubles{7}) == 0);
}

TEST_CASE("greedy passes over masks, and takes a logit that overflowed for the largest") {
  CHECK(greedy(Doubles{-infinity, -1e300, -infinity}) == 1);
  CHECK(greedy(Doubles{28'752, 29'552, infinity}) == 2);
}

TEST_CASE("a tiny T is not greedy: equal largest logits stay equally likely") {
  const std::vector<double> p =
      probabilities(Algorithm::shifted, given({"1", "1", "0"}), in("binary32", "1e-6"));
  CHECK(p == Doubles{0.5, 0.5, 0});
  CHECK(greedy(p) == 0);
}

TEST_CASE("a NaN has no place in an order: it is refused by its index, first or last") {
  require_refused([] { return greedy(Doubles{nan, 1, 3}); }, "value 0 is NaN");
  require_refused([] { return greedy(Doubles{1, 3, nan}); }, "value 2 is NaN");
  require_refused([] { return top_k(Doubles{1, nan, 3}, 1); }, "value 1 is NaN");
}

TEST_CASE("of no values, or of masks alone, no token is taken") {
  require_refused([] { return greedy({}); }, "no values");
  require_refused([] { return greedy(Doubles{-infinity, -infinity}); }, "each of 2 values is -inf");
  require_refused([] { return top_k(Doubles{-infinity}, 1); }, "each of 1 values is -inf");
}

TEST_CASE("the largest come first, and of equals the one of the lower index") {
  const Doubles x = {1, 2, 2, 2, 3, -infinity};
  CHECK(largest_first(x, 6) == Tokens{4, 1, 2, 3, 0, 5});
  CHECK(largest_first(x, 3) == Tokens{4, 1, 2});
  CHECK(largest_first(x, 9) == Tokens{4, 1, 2, 3, 0, 5});
  CHECK(largest_first(x, 0).empty());
}

TEST_CASE("top_k keeps k of them exactly, though others tie with the last") {
  CHECK(top_k(Doubles{1, 2, 2, 2, 3}, 3) == Tokens{4, 1, 2});
  CHECK(top_k(Doubles{5, 5, 5}, 1) == Tokens{0});
  CHECK(top_k(Doubles{5, 6, 7}, 4) == Tokens{2, 1, 0});
  require_refused([] { return top_k(Doubles{1, 2}, 0); }, "k is 0");
}

TEST_CASE("top_k of 1 is greedy, ties and masks included") {
  constexpr std::uint64_t seed = 301;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 1'000; ++i) {
    Doubles x(static_cast<std::size_t>(random.whole(1, 6)));
    for (double& value : x) {
      value = random.whole(0, 3) == 0 ? -infinity : static_cast<double>(random.whole(-2, 2));
    }
    x.back() = 0;  // one is unmasked
    CAPTURE(x);
    CHECK(top_k(x, 1) == Tokens{greedy(x)});
  }
}

TEST_CASE("a masked token is never kept, however large k") {
  CHECK(top_k(Doubles{-infinity, 1, -infinity, 2}, 3) == Tokens{3, 1});
}

TEST_CASE("what top_k removes is masked, and the softmax gives it nothing") {
  // Set to 1e-10 instead, the removed logits would have 0.4223 each.
  const Doubles logits = {-1, -2, -3};
  const Doubles kept = kept_only(logits, top_k(logits, 1));
  CHECK(kept == Doubles{-1, -infinity, -infinity});
  CHECK(probabilities(Algorithm::shifted, numbers(kept), in("binary32")) == Doubles{1, 0, 0});
}

TEST_CASE("what is kept keeps its logit, whatever order the tokens are named in") {
  CHECK(kept_only(Doubles{5, 6, 7, 8}, Tokens{3, 0}) == Doubles{5, -infinity, -infinity, 8});
  require_refused([] { return kept_only(Doubles{1, 2}, Tokens{}); }, "no token is kept");
  require_refused([] { return kept_only(Doubles{1, 2}, Tokens{2}); },
                  "token 2 is kept of a row of 2");
}

}  // namespace softmax
