#include "grader/trees.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "grader/new_exercise.hpp"
#include "grader/work_folder.hpp"
#include "grader/workbook_root.hpp"

using namespace softmax::grader;
namespace fs = std::filesystem;

using Lines = std::vector<std::string>;

TEST_CASE("the workbook's own folders match") { CHECK(faults_of_trees(workbook_root()).empty()); }

TEST_CASE("a new exercise has all its files; each that goes or comes is named") {
  const WorkFolder root;
  make_exercise(root.path(), "18_topic");
  REQUIRE(faults_of_trees(root.path()).empty());
  SECTION("a missing file") {
    fs::remove(root.path() / "exercises/18_topic/exercise.toml");
    CHECK(faults_of_trees(root.path()) == Lines{"exercises/18_topic/exercise.toml is missing"});
  }
  SECTION("a missing folder") {
    fs::remove_all(root.path() / "solutions/18_topic");
    CHECK(faults_of_trees(root.path()) == Lines{"solutions/18_topic is missing"});
  }
  SECTION("a stray file") {
    std::ofstream(root.path() / "grader/misconceptions/18_topic/notes.txt") << "x";
    CHECK(faults_of_trees(root.path()) ==
          Lines{"grader/misconceptions/18_topic/notes.txt does not belong there"});
  }
  SECTION("a folder of no exercise") {
    fs::create_directory(root.path() / "grader/variants/19_other");
    CHECK(faults_of_trees(root.path()) == Lines{"grader/variants/19_other is no exercise"});
  }
}
