// Which temperature the verdict names: T = 1 where it gives the very outputs, else one that does.

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/compare_report.hpp"
#include "tests/engine/compare_question.hpp"

namespace softmax {
namespace {

const std::vector<Given> worked = given({"2", "1", "0.1"});

TEST_CASE("A temperature that gives every digit outranks T = 1 within a wide rounding") {
  for (const auto& [outputs, temperature] : {std::pair{given({"0.656", "0.244", "0.100"}), "1.01"},
                                             std::pair{given({"0.63", "0.25", "0.11"}), "1.1"},
                                             std::pair{given({"0.5", "0.3", "0.2"}), "2"}}) {
    CAPTURE(temperature);
    Question asked = question(worked, outputs, true);
    for (const bool single : {false, true}) {
      if (single) { asked.formats = {parse_format("binary32")}; }
      CAPTURE(single);
      const Comparison answer = compare(asked);
      REQUIRE(answer.verdict == Match::identical);
      for (const Algorithm algorithm :
           {Algorithm::unshifted, Algorithm::shifted, Algorithm::online, Algorithm::division_free,
            Algorithm::unshifted_division_free}) {
        REQUIRE(reproduces_at(answer, algorithm, "binary32", temperature));
      }
      const double T = Given::from_text(temperature).held_in(parse_format("binary64"));
      const RecoveredTemperature* found = recovered_in(answer, "binary32");
      REQUIRE(found != nullptr);
      REQUIRE(found->low < T);
      REQUIRE(T < found->high);
      REQUIRE(found->low > 1);  // 1 is none of those that would do
    }
  }
}

TEST_CASE("T = 1 is kept where it gives every digit, and the report says what else may") {
  const Question asked = question(worked, given({"0.66", "0.24", "0.10"}), true);
  const Comparison answer = compare(asked);
  REQUIRE(reproduces_at(answer, Algorithm::shifted, "binary32", "1"));
  for (const Attempt& attempt : answer.best) {
    REQUIRE(attempt.candidate.settings.temperature.text() == "1");
  }
  const RecoveredTemperature* found = recovered_in(answer, "binary32");
  REQUIRE(found != nullptr);
  REQUIRE(found->tried.empty());
  // T = 1.01 gives 0.656 0.244 0.100: the same two digits.
  REQUIRE(found->low <= 1);
  REQUIRE(found->high >= 1.01);
  REQUIRE(compare_text(asked, answer, {}).find("2 digits leave T from 0.97") != std::string::npos);
}

TEST_CASE("The temperature of bfloat16 outputs is found to what bfloat16 tells") {
  const std::vector<Given> logits = given({"2.5", "-1.25", "0.3", "4", "3.125"});
  for (const char* temperature : {"0.5", "0.75", "1.5", "2", "3"}) {
    CAPTURE(temperature);
    const std::vector<double> row = at(temperature, "bfloat16", logits);
    const Comparison answer = compare(question(logits, exactly(row), false));
    REQUIRE(answer.verdict == Match::identical);
    REQUIRE(reproduces_at(answer, Algorithm::shifted, "bfloat16", temperature));
    REQUIRE(recovered_in(answer, "binary64") == nullptr);  // no T gives them unrounded
  }
}

TEST_CASE("The temperature is found with the order of the sum and of the division") {
  std::vector<Given> logits;
  for (int k = 0; k < 300; ++k) {
    logits.push_back(Given::from_double(std::remainder(k * 37.5, 11) / 2));
  }
  Settings settings = settings_in("binary32");
  settings.temperature = Given::from_text("0.7");
  settings.temperature_order = TemperatureOrder::scale_first;
  settings.order = SumOrder::pairwise;
  const std::vector<double> row = outputs_of(Algorithm::shifted, logits, settings);
  const Comparison answer = compare(question(logits, exactly(row), false));
  REQUIRE(answer.verdict == Match::identical);
  REQUIRE(std::any_of(answer.reproduced.begin(), answer.reproduced.end(), [](const Candidate& c) {
    return c.algorithm == Algorithm::shifted && c.settings.order == SumOrder::pairwise &&
           c.settings.temperature_order == TemperatureOrder::scale_first &&
           c.settings.temperature.text() == "0.7";
  }));
}

}  // namespace
}  // namespace softmax
