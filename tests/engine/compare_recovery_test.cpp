// Which temperature the verdict names: T = 1 where it gives the very outputs, else one that does.

#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/compare_report.hpp"
#include "tests/engine/compare_question.hpp"

namespace softmax {
namespace {

const std::vector<Given> worked = given({"2", "1", "0.1"});

bool reproduces_at(const Comparison& answer, Algorithm algorithm, const std::string& format,
                   const std::string& temperature) {
  return std::any_of(answer.reproduced.begin(), answer.reproduced.end(), [&](const Candidate& c) {
    return c.algorithm == algorithm && c.working().name == format && c.stored.name == format &&
           c.settings.temperature.text() == temperature;
  });
}

std::vector<double> at(const std::string& temperature, const std::string& format,
                       const std::vector<Given>& logits) {
  Settings settings = settings_in(format);
  settings.temperature = Given::from_text(temperature);
  return outputs_of(Algorithm::shifted, logits, settings);
}

const RecoveredTemperature* recovered_in(const Comparison& answer, const std::string& format) {
  for (const RecoveredTemperature& r : answer.recovered) {
    if (r.format.name == format) { return &r; }
  }
  return nullptr;
}

TEST_CASE("A temperature that gives every digit outranks T = 1 within a wide rounding") {
  for (const auto& [outputs, temperature] :
       {std::pair{given({"0.656", "0.244", "0.100"}), "1.01"},
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

TEST_CASE("A temperature that rounding cannot tell from 1 is not made up") {
  std::vector<double> row = at("1", "binary32", worked);
  row[1] = std::nextafter(std::nextafter(static_cast<float>(row[1]), 1.0F), 1.0F);
  row[1] = std::nextafter(static_cast<float>(row[1]), 1.0F);
  const Question asked = question(worked, exactly(row), false);
  const Comparison answer = compare(asked);
  REQUIRE(answer.verdict == Match::within_rounding);
  REQUIRE(recovered_in(answer, "binary32")->tried.empty());
  REQUIRE(compare_text(asked, answer, {}).find("1 is among them") != std::string::npos);
}

TEST_CASE("Equal logits tell no temperature, and the report says so") {
  const Question asked = question(given({"3", "3", "-inf", "3"}),
                                  given({"0.3333", "0.3333", "0.", "0.3333"}), true);
  const Comparison answer = compare(asked);
  REQUIRE(answer.verdict == Match::identical);
  REQUIRE(answer.recovered.empty());
  REQUIRE(compare_text(asked, answer, {}).find("T cannot be told") != std::string::npos);
}

TEST_CASE("Uniform outputs of unequal logits are a high temperature's") {
  const Comparison answer = compare(question(worked, given({"0.3", "0.3", "0.3"}), true));
  REQUIRE(reproduces_at(answer, Algorithm::shifted, "binary32", "100"));
  for (const RecoveredTemperature& r : answer.recovered) {
    for (const Given& tried : r.tried) { REQUIRE(std::isfinite(tried.held_in(r.format))); }
  }
}

TEST_CASE("Outputs of another row, another base or another order match nothing") {
  const std::vector<Given> logits = given({"2", "1", "0.1", "-1.5", "0.7"});
  const auto of = [](std::vector<double> weights) {
    double sum = 0;
    for (const double w : weights) { sum += w; }
    for (double& w : weights) { w /= sum; }
    return weights;
  };
  const std::vector<double> sparse = of({4, 1, 0.01, 2.25, 0.49});  // squares, not exponentials
  const std::vector<double> other = at("1", "binary64", given({"1", "3", "0.2", "-1", "0"}));
  std::vector<double> swapped = at("0.7", "binary64", logits);
  std::swap(swapped[1], swapped[4]);
  for (const std::vector<double>& row : {sparse, other, swapped}) {
    const Comparison answer = compare(question(logits, printed_to(5, row), true));
    REQUIRE(answer.verdict == Match::none);
    REQUIRE(answer.reproduced.empty());
  }
  // A softmax in base 2 is one at T = 1 / ln 2, and no decimal that is shorter than its doubt.
  std::vector<double> base_two;
  for (const double z : {2.0, 1.0, 0.1, -1.5, 0.7}) { base_two.push_back(std::exp2(z)); }
  const Comparison two = compare(question(logits, printed_to(5, of(base_two)), true));
  const RecoveredTemperature* found = recovered_in(two, "binary64");
  REQUIRE(found != nullptr);
  REQUIRE(found->low < 1 / std::log(2.0));
  REQUIRE(1 / std::log(2.0) < found->high);
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
