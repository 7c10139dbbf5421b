// What a learner may call an exercise.

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "grader/exercise.hpp"
#include "grader/workbook_root.hpp"

namespace softmax::grader {
namespace {

std::string unfound(const std::vector<Exercise>& all, const std::string& word) {
  try {
    return "found " + find(all, word).folder;
  } catch (const std::invalid_argument& error) { return error.what(); }
}

}  // namespace

TEST_CASE("an exercise goes by its number, its name, or both") {
  const std::vector<Exercise> all = exercises(workbook_root());
  for (const char* word : {"3", "03", "normalize", "03_normalize"}) {
    CHECK(unfound(all, word) == "found 03_normalize");
  }
}

TEST_CASE("a word that means no exercise is repeated, with the nearest name") {
  const std::vector<Exercise> all = exercises(workbook_root());
  CHECK(unfound(all, "normalise") == "there is no exercise 'normalise'; did you mean 'normalize'?");
  for (const char* word : {"", "99", "0", "003", "3x", "03_", "_", "xyzzy"}) {
    CHECK(unfound(all, word) == std::string("there is no exercise '") + word + "'");
  }
  CHECK(unfound(all, "\x1b[2J") == "there is no exercise '\\x1b[2J'");
}

TEST_CASE("the exercises of the workbook can be read, and no two have one id") {
  std::set<std::string> ids;
  for (const Exercise& exercise : exercises(workbook_root())) {
    CHECK(ids.insert(exercise.id).second);
    CHECK(exercise.id.size() == 36);
  }
  CHECK_FALSE(ids.empty());
}

}  // namespace softmax::grader
