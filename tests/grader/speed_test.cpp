#include "grader/speed.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <vector>

#include "grader/sandbox/tier.hpp"
#include "grader/work_folder.hpp"
#include "grader/workbook_root.hpp"

using namespace softmax::grader;
namespace fs = std::filesystem;

namespace {

const std::vector<double> steps = {1.2, 1.5, 2, 3};

Marking here() {
  const Tier tier = best_tier();
  return {workbook_root(), parts_for(workbook_root(), tier), tier};
}

std::optional<Speed> speed(const char* folder) {
  const Exercise exercise = read_exercise(workbook_root(), folder);
  return speed_of(here(), exercise, workbook_root() / "solutions" / folder / "answer.cpp");
}

}  // namespace

TEST_CASE("a point for each step that is reached, and one that is nearly reached counts") {
  CHECK(steps_reached(steps, 0.5) == 0);
  CHECK(steps_reached(steps, 1.13) == 0);
  CHECK(steps_reached(steps, 1.2 * guard) == 1);
  CHECK(steps_reached(steps, 1.9) == 3);
  CHECK(steps_reached(steps, 100) == 4);
}

TEST_CASE("the ratio of an exercise with a race, and the points that it earns") {
  const std::optional<Speed> found = speed("16_fast");
  REQUIRE(found);
  CHECK(found->ratio > 0);
  CHECK(found->points == steps_reached(steps, found->ratio));
  CHECK(found->most == 4);
  CHECK(speed_text(*found).find("times as quick") != std::string::npos);
}

TEST_CASE("an answer that does no work in the race has no speed") {
  const WorkFolder folder;
  const fs::path answer = folder.path() / "answer.cpp";
  std::ofstream(answer) << R"(#include "answer.hpp"
namespace answer {
void softmax(std::span<const float> logits, std::span<float> probabilities) {
  for (float& p : probabilities) { p = 1.0F / static_cast<float>(logits.size()); }
}
})";
  CHECK_FALSE(speed_of(here(), read_exercise(workbook_root(), "16_fast"), answer));
}

TEST_CASE("an exercise without a race has no speed") { CHECK_FALSE(speed("03_normalize")); }
