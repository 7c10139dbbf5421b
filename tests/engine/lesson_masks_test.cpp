// Attention masks: -inf logits, rows of nothing else, and the bugs that real code has with them.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "engine/birthplace.hpp"
#include "engine/outcome.hpp"
#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

constexpr std::array masked_formats = {"e5m2", "bfloat16", "binary16", "binary32", "binary64"};

std::string first_nan_of(Algorithm algorithm, const std::vector<Given>& logits) {
  const Trace t = trace(logits, in("binary32"), std::array{algorithm});
  const std::optional<Birth> birth = first_nan(t.runs[0], t);
  return birth ? sentence(*birth, t.runs[0]) : "none";
}

}  // namespace

TEST_CASE("a masked logit has probability 0, and the others share as if it were not there") {
  for (const char* format : masked_formats) {
    for (const Algorithm way : ways) {
      CAPTURE(format, name(way));
      const auto p = probabilities(way, given({"1", "-inf", "2", "0.5"}), in(format));
      const auto without = probabilities(way, given({"1", "2", "0.5"}), in(format));
      CHECK(p == std::vector<double>{without[0], 0, without[1], without[2]});
    }
  }
}

TEST_CASE("an all-masked row is NaN, born where the maximum is subtracted") {
  const std::vector<Given> nothing = given({"-inf", "-inf", "-inf"});
  CHECK(first_nan_of(Algorithm::shifted, nothing) ==
        "-inf - -inf at subtract, element 0: every logit is masked");
  CHECK(first_nan_of(Algorithm::online, nothing) ==
        "-inf - -inf at divide, element 0: every logit is masked");
  CHECK(first_nan_of(Algorithm::unshifted, nothing) ==
        "0/0 at divide, element 0: every exponential is masked or underflowed");
  for (const Certified& p : certified(nothing, in("binary32"))) { CHECK(p.undefined()); }
}

TEST_CASE("online softmax is right when the first logits are masked") {
  // Unguarded, the first step is e^(-inf - -inf) = NaN, and stays so.
  for (const char* format : masked_formats) {
    CAPTURE(format);
    const auto p =
        probabilities(Algorithm::online, given({"-inf", "-inf", "1", "-inf", "0"}), in(format));
    const auto without = probabilities(Algorithm::online, given({"1", "0"}), in(format));
    CHECK(p == std::vector<double>{0, 0, without[0], 0, without[1]});
  }
  CHECK(first_nan_of(Algorithm::online, given({"-inf", "1", "0"})) == "none");
}

TEST_CASE("a maximum starts at a logit: one below 0, -10000 and the largest negative is found") {
  // Code that starts at 0, at -10000 or at FLT_MIN (which is positive) subtracts the wrong number:
  // every exponential underflows and the quotient is 0/0.
  for (const std::vector<double>& z : {std::vector<double>{-200, -201},
                                       {-20'000, -20'001},
                                       {-3e38, -std::numeric_limits<float>::max()}}) {
    const auto stages = rows(Algorithm::shifted, numbers(z), in("binary32"));
    CHECK(stages[1][0] == static_cast<double>(static_cast<float>(z[0])));
    CHECK(stages[3][0] == 1);
    CHECK(stages.back()[0] > 0.7);
    CHECK(probabilities(Algorithm::online, numbers(z), in("binary32")) == stages.back());
  }
}

TEST_CASE("a mask of -65504 in binary16 overflows when the maximum is subtracted: still a zero") {
  const Trace t = trace(given({"16", "-65504"}), in("binary16"), std::array{Algorithm::shifted});
  CHECK(outcome(t.runs[0], 2, 1, t.format()) == Outcome::overflow);
  CHECK(t.runs[0].stages.back().computed == std::vector<double>{1, 0});
  const Trace near = trace(given({"15", "-65504"}), in("binary16"), std::array{Algorithm::shifted});
  CHECK(outcome(near.runs[0], 2, 1, near.format()) == Outcome::rounded);
}

TEST_CASE("a row masked by -65504 alone is uniform, where one of -inf is NaN") {
  const std::vector<Given> finite_masks = given({"-65504", "-65504"});
  CHECK(probabilities(Algorithm::shifted, finite_masks, in("binary16")) ==
        std::vector<double>{0.5, 0.5});
  const auto masks = probabilities(Algorithm::shifted, given({"-inf", "-inf"}), in("binary16"));
  CHECK(std::isnan(masks[0]));
}

}  // namespace softmax
