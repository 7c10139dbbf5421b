// The words of a comparison: groups that read at a glance, and no line beyond the width.

#include "engine/compare_report.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "engine/compare_groups.hpp"
#include "tests/engine/compare_question.hpp"

namespace softmax {
namespace {

Question worked_example(const std::string& p0) {
  return question(given({"2", "1", "0.1"}), given({p0, "0.242", "0.099"}), true);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("Groups name each candidate once") {
  const Question asked = worked_example("0.659");
  const Comparison answer = compare(asked);
  const std::vector<Group> groups = grouped(answer.reproduced, asked);
  REQUIRE(groups.size() < 4);
  for (const Candidate& candidate : answer.reproduced) {
    const auto of_it = std::count_if(groups.begin(), groups.end(), [&](const Group& group) {
      const auto has = [&](Axis axis, std::string_view value) {
        const auto& names = group.on(axis);
        return std::find(names.begin(), names.end(), value) != names.end();
      };
      return has(Axis::algorithm, name(candidate.algorithm)) &&
             has(Axis::formats, formats_text(candidate)) &&
             has(Axis::sum, name(candidate.settings.order)) &&
             has(Axis::exp, name(candidate.settings.arithmetic.exp)) &&
             has(Axis::accumulator, candidate.settings.accumulator.name == candidate.working().name
                                        ? "the format itself"
                                        : "a wider format");
    });
    REQUIRE(of_it == 1);
  }
}

TEST_CASE("Groups say what makes no difference as such") {
  const Question asked = worked_example("0.659");
  const Comparison answer = compare(asked);
  const std::string text = compare_text(asked, answer, {});
  REQUIRE(contains(text, "REPRODUCED, to the last printed digit, by\n"));
  REQUIRE(contains(text, "binary16, binary32 or binary64; any order of summation\n"));
  REQUIRE(contains(text, "3 digits tell them no further apart"));
}

TEST_CASE("A row that nothing gives is said to match nothing, with the nearest") {
  const Question asked = worked_example("0.700");
  const std::string text = compare_text(asked, compare(asked), {});
  REQUIRE(contains(text, "NO MATCH"));
  REQUIRE(contains(text, "nearest: "));
  REQUIRE_FALSE(contains(text, "REPRODUCED"));
}

TEST_CASE("One is counted in the singular") {
  const Question whole = question(given({"1"}), given({"1"}), true);
  REQUIRE(contains(compare_text(whole, compare(whole), {}), "comparing 1 output, with"));
  const Question digit = question(given({"1", "1", "1"}), given({"0.3", "0.3", "0.3"}), true);
  const std::string text = compare_text(digit, compare(digit), {});
  REQUIRE(contains(text, "printed to 1 digit,"));
  REQUIRE(contains(text, "1 digit tells them no further apart"));
}

TEST_CASE("The table is in the order of the formats, rejected ones in their place") {
  Question asked = worked_example("0.659");
  asked.formats = {parse_format("binary64"), parse_format("bfloat16"), parse_format("binary16")};
  const std::string text = compare_text(asked, compare(asked), {});
  const std::size_t rejected = text.find("  bfloat16  no number");
  REQUIRE(text.find("  binary64  0 ") < rejected);
  REQUIRE(rejected < text.find("  binary16  0 "));
  const Question hot = question(given({"2", "1", "0.1"}), given({"0.5", "0.3", "0.2"}), true);
  const std::string of_two = compare_text(hot, compare(hot), {});
  REQUIRE(of_two.find("  binary32, T = 2") < of_two.find("  binary64  "));
}

TEST_CASE("An algorithm whose outputs these cannot be is refused with the reason and the remedy") {
  const auto refusal = [](Algorithm algorithm, const std::vector<std::string>& outputs) {
    Question asked = question(given({"2", "1"}), given(outputs), true);
    asked.algorithms = {algorithm};
    try {
      compare(asked);
    } catch (const std::invalid_argument& error) { return std::string(error.what()); }
    return std::string();
  };
  REQUIRE(refusal(Algorithm::log_softmax, {"0.7", "0.3"}) ==
          "log_softmax gives log-probabilities, none above 0, but output 0 is 0.7: ask for another "
          "algorithm, or for none");
  REQUIRE(contains(refusal(Algorithm::shifted, {"0.7", "-0.3"}),
                   "shifted gives probabilities, none below 0, but output 1 is -0.3: "));
  REQUIRE(contains(refusal(Algorithm::log_sum_exp, {"0.7", "0.3"}),
                   "gives one log-sum-exp, but 2 outputs are given: "));
  REQUIRE(contains(refusal(Algorithm::online, {"2.3"}),
                   "gives an output for each of 2 logits, but one is given: "));
}

TEST_CASE("No line is wider than the style") {
  for (const char* p0 : {"0.659", "0.700", "nan"}) {
    for (const std::size_t width : {60U, 80U, 120U}) {
      const Question asked = worked_example(p0);
      std::istringstream text(compare_text(asked, compare(asked), {width, false}));
      for (std::string line; std::getline(text, line);) {
        CAPTURE(line);
        REQUIRE(line.size() <= width);
      }
    }
  }
}

}  // namespace
}  // namespace softmax
