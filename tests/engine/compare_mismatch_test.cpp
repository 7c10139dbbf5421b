// What no setting gives is said to match nothing, and what is near is said to be near.

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "tests/engine/compare_question.hpp"

namespace softmax {
namespace {

const std::vector<Given> logits = given({"2", "1", "0.1", "-1.5"});

std::vector<double> softmax_of(const std::vector<Given>& of) {
  return outputs_of(Algorithm::shifted, of, settings_in("binary32"));
}

Comparison ask(const std::vector<double>& outputs) {
  return compare(question(logits, exactly(outputs), false));
}

TEST_CASE("Shuffled outputs match nothing, at any temperature") {
  std::vector<double> row = softmax_of(logits);
  std::swap(row[0], row[1]);
  const Comparison answer = ask(row);
  REQUIRE(answer.verdict == Match::none);
  REQUIRE(answer.reproduced.empty());
  REQUIRE(answer.nearest() != nullptr);
  REQUIRE(answer.nearest()->difference.ulp > 1e5);
}

TEST_CASE("A softmax of a softmax matches nothing") {
  const Comparison answer = ask(softmax_of(exactly(softmax_of(logits))));
  REQUIRE(answer.verdict == Match::none);
  REQUIRE(answer.recovered.empty());  // any two outputs agree with some T; four do not
}

TEST_CASE("Outputs at another temperature do not match the one that is kept fixed") {
  Settings settings = settings_in("binary32");
  settings.temperature = Given::from_text("0.7");
  Question asked =
      question(logits, exactly(outputs_of(Algorithm::shifted, logits, settings)), false);
  asked.temperature = Given::from_text("1");
  REQUIRE(compare(asked).verdict == Match::none);
  asked.temperature = Given::from_text("0.7");
  REQUIRE(compare(asked).verdict == Match::identical);
}

TEST_CASE("A maximum that starts at 0 is the unshifted softmax where no logit is positive") {
  const std::vector<Given> low = given({"-101", "-100.5", "-102"});  // e^x is subnormal
  const std::vector<double> row = outputs_of(Algorithm::unshifted, low, settings_in("binary32"));
  const Comparison answer = compare(question(low, exactly(row), false));
  REQUIRE(reproduces(answer, Algorithm::unshifted, "binary32"));
  REQUIRE_FALSE(reproduces(answer, Algorithm::shifted, "binary32"));
  REQUIRE_FALSE(reproduces(answer, Algorithm::online, "binary32"));
}

TEST_CASE("A forgotten normalization matches nothing") {
  std::vector<double> row;
  for (const double z : {2.0, 1.0, 0.1, -1.5}) {
    row.push_back(round_to_format(std::exp(z - 2), parse_format("binary32")));
  }
  REQUIRE(ask(row).verdict == Match::none);
}

TEST_CASE("A unit in the last place is within rounding, a thousand are not") {
  for (const auto& [steps, verdict] :
       {std::pair{6, Match::within_rounding}, std::pair{1000, Match::none}}) {
    std::vector<double> row = softmax_of(logits);
    row[1] += steps * std::ldexp(1.0, std::ilogb(row[1]) - 23);
    const Comparison answer = ask(row);
    CAPTURE(steps);
    REQUIRE(answer.verdict == verdict);
    for (const Attempt& attempt : answer.best) {
      if (attempt.candidate.algorithm != Algorithm::shifted ||
          attempt.candidate.working().name != "binary32") {
        continue;
      }
      REQUIRE(attempt.difference.element == 1);
      REQUIRE(std::fabs(attempt.difference.ulp - steps) <= 1);  // of runs that differ by an ulp
      break;
    }
  }
}

TEST_CASE("Outputs of no sense are bad input, and odd ones match nothing") {
  REQUIRE_THROWS_AS(compare(question(logits, given({"0.5", "0.5"}), true)), std::invalid_argument);
  Question asked = question(logits, given({"0.6", "0.2", "0.1", "0.1"}), true);
  asked.algorithms = {Algorithm::log_softmax};
  REQUIRE_THROWS_AS(compare(asked), std::invalid_argument);
  REQUIRE_THROWS_AS(compare(question(given({"1", "nan"}), given({"0.5", "0.5"}), true)),
                    std::invalid_argument);
  REQUIRE(compare(question(logits, given({"0.6", "-0.2", "0.1", "0.1"}), true)).verdict ==
          Match::none);
}

TEST_CASE("A format that cannot hold the outputs or the logits is rejected with its reason") {
  const Comparison answer = compare(question(logits, printed_to(9, softmax_of(logits)), true));
  REQUIRE(answer.rejected.size() == 4);  // e4m3fn, e5m2, bfloat16, binary16
  for (const Rejection& r : answer.rejected) {
    REQUIRE(r.reason.find("no number of it prints as") == 0);
  }
  const Comparison high = compare(question(given({"1000", "0"}), exactly({1, 0}), false));
  REQUIRE(high.rejected.front().format.name == "e4m3fn");
  REQUIRE(high.rejected.front().reason.find("logit 0 (1000)") == 0);
}

}  // namespace
}  // namespace softmax
