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
