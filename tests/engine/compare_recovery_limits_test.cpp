// Where outputs do not tell a temperature, and which ones they rule out.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/compare_report.hpp"
#include "tests/engine/compare_question.hpp"

namespace softmax {
namespace {

const std::vector<Given> worked = given({"2", "1", "0.1"});

TEST_CASE("Where few digits leave much room, the likely temperatures are tried until one will do") {
  for (const auto& [outputs, temperature] :
       {std::pair{given({"0.71", "0.22", "0.08"}), "0.85"},  // 0.84 to 0.88 are left: not 0.86
        std::pair{given({"0.56", "0.28", "0.15"}), "1.45"},  // a digit more than 1.5, not 1.5
        std::pair{given({"0.6", "0.3", "0.2"}), "1.5"}}) {   // 1.3 to 2.3: not 2
    CAPTURE(temperature);
    const Comparison answer = compare(question(worked, outputs, true));
    REQUIRE(reproduces_at(answer, Algorithm::shifted, "binary32", temperature));
    const RecoveredTemperature* found = recovered_in(answer, "binary32");
    REQUIRE(found->tried.size() > 1);
    REQUIRE(found->tried.back().text() == temperature);  // what comes after it was not run
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

TEST_CASE("What the pairs rule out is not within rounding, however long the row") {
  std::vector<Given> logits;
  for (int k = 0; k < 900; ++k) {
    logits.push_back(Given::from_double(std::remainder(k * 37.5, 11) / 2));
  }
  std::vector<double> row = at("1.1", "binary32", logits);
  const Format half = parse_format("binary16");
  for (double& p : row) { p = round_to_format(p, half); }
  Question asked = question(logits, exactly(row), false);
  asked.formats = {half};
  asked.algorithms = {Algorithm::unshifted};
  asked.temperature = Given::from_text("1");
  // 2 (n + 3) u is 0.88 here: every p may be off by nearly itself.
  const Comparison at_one = compare(asked);
  REQUIRE_FALSE(at_one.nearest()->allowed->vacuous);
  REQUIRE(at_one.verdict == Match::none);
  asked.temperature = Given::from_text("1.1");
  REQUIRE(compare(asked).verdict != Match::none);
}

TEST_CASE("Equal logits tell no temperature, and the report says so") {
  const Question asked =
      question(given({"3", "3", "-inf", "3"}), given({"0.3333", "0.3333", "0.", "0.3333"}), true);
  const Comparison answer = compare(asked);
  REQUIRE(answer.verdict == Match::identical);
  REQUIRE(answer.recovered.empty());
  REQUIRE(compare_text(asked, answer, {}).find("T cannot be told") != std::string::npos);
}

TEST_CASE("Uniform outputs of unequal logits are a high temperature's, if the format holds it") {
  const std::vector<Given> third = given({"0.3", "0.3", "0.3"});
  REQUIRE(
      reproduces_at(compare(question(worked, third, true)), Algorithm::shifted, "binary32", "100"));
  std::vector<Printed> outputs;
  for (const Given& output : third) { outputs.push_back(printed(output, true)); }
  const Format narrow = parse_format("e4m3fn");
  const auto found = recovered_temperature(std::array{16.0, 8.0, 0.8}, outputs, narrow);
  REQUIRE(200 * found->low > 480);  // 448 is the largest e4m3fn
  for (const Given& tried : found->tried) { REQUIRE(std::isfinite(tried.held_in(narrow))); }
}

TEST_CASE("A format that was not run is said to leave nothing") {
  const Comparison answer =
      compare(question(given({"-inf", "2", "1", "0.1"}), given({"0", "0.7", "0.2", "0.1"}), true));
  REQUIRE(answer.verdict == Match::identical);
  REQUIRE(answer.rejected.front().format.name == "e4m3fn");
  REQUIRE(recovered_in(answer, "e4m3fn") == nullptr);
  REQUIRE(recovered_in(answer, "binary32") != nullptr);
}

TEST_CASE("Exponentials that underflow leave the pairs nothing to rule out") {
  const std::vector<Given> low = given({"-101", "-100.5", "-102"});  // e^x is subnormal
  std::vector<double> row = outputs_of(Algorithm::unshifted, low, settings_in("binary32"));
  row[0] += 4 * std::ldexp(1.0, std::ilogb(row[0]) - 23);
  Question asked = question(low, exactly(row), false);
  asked.formats = {parse_format("binary32")};
  asked.algorithms = {Algorithm::unshifted};
  asked.temperature = Given::from_text("1");
  REQUIRE(compare(asked).verdict == Match::within_rounding);
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

}  // namespace
}  // namespace softmax
