// A framework's NaN: which settings have it too, and where it was born.

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "tests/engine/compare_question.hpp"

namespace softmax {
namespace {

const Origin* origin_of(const Comparison& answer, Algorithm algorithm) {
  for (const Origin& origin : answer.origins) {
    if (origin.candidate.algorithm == algorithm) { return &origin; }
  }
  return nullptr;
}

TEST_CASE("An overflow's NaN is the unshifted softmax's, born at the division") {
  const Comparison answer =
      compare(question(given({"1000", "999", "998"}), given({"nan", "NaN", "nan"}), true));
  REQUIRE(reproduces(answer, Algorithm::unshifted, "binary32"));
  REQUIRE_FALSE(reproduces(answer, Algorithm::shifted, "binary32"));
  const Origin* origin = origin_of(answer, Algorithm::unshifted);
  REQUIRE(origin != nullptr);
  REQUIRE(origin->nan);
  REQUIRE(origin->candidate.working().name == "binary32");
  REQUIRE(origin->sentence.find("inf/inf at divide, element 0") == 0);
}

TEST_CASE("An underflow's NaN is 0/0") {
  const Comparison answer = compare(question(given({"-140", "-141"}), given({"nan", "nan"}), true));
  const Origin* origin = origin_of(answer, Algorithm::unshifted);
  REQUIRE(origin != nullptr);
  REQUIRE(origin->sentence.find("0/0 at divide, element 0") == 0);
}

TEST_CASE("NaN must coincide in position") {
  // In binary32 e^89 is infinite, the others are not: inf/inf, and x/inf = 0.
  const std::vector<Given> logits = given({"89", "1", "2"});
  const Comparison right = compare(question(logits, given({"nan", "0", "0"}), true));
  REQUIRE(reproduces(right, Algorithm::unshifted, "binary32"));
  for (const auto& wrong : {given({"0", "nan", "0"}), given({"nan", "nan", "0"})}) {
    const Comparison answer = compare(question(logits, wrong, true));
    REQUIRE_FALSE(reproduces(answer, Algorithm::unshifted, "binary32"));
    REQUIRE(answer.nearest()->difference.kinds > 0);
    REQUIRE(answer.verdict == Match::none);
    REQUIRE(answer.origins.empty());
  }
}

TEST_CASE("Every logit masked: the NaN of the shift") {
  const Comparison answer = compare(question(given({"-inf", "-inf"}), given({"nan", "nan"}), true));
  REQUIRE(reproduces(answer, Algorithm::shifted, "binary32"));
  REQUIRE(origin_of(answer, Algorithm::shifted)->reason == "-inf - -inf: every logit is masked");
}

TEST_CASE("An infinite log-sum-exp is said to be born where it overflowed") {
  const Comparison answer =
      compare(question(given({"60000", "60000", "60000"}), given({"inf"}), true));
  REQUIRE(answer.verdict == Match::none);  // ours subtracts the maximum: it does not overflow
  REQUIRE(answer.nearest()->difference.kinds == 1);
}

TEST_CASE("A masked element's -inf is no birth") {
  const Comparison answer =
      compare(question(given({"-inf", "0", "0"}), given({"-inf", "-0.6931", "-0.6931"}), true));
  REQUIRE(reproduces(answer, Algorithm::log_softmax, "binary32"));
  REQUIRE(answer.origins.empty());
}

}  // namespace
}  // namespace softmax
