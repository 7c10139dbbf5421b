#include "grader/version.hpp"

#include <catch2/catch_test_macros.hpp>
#include <fstream>

#include "grader/work_folder.hpp"
#include "grader/workbook_root.hpp"

using namespace softmax::grader;
namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const char* text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

void make_workbook(const fs::path& root) {
  write(root / "engine/ball.cpp", "int a;");
  write(root / "exercises/18_topic/answer.hpp", "int b;");
  write(root / "grader/checks.cpp", "int c;");
}

}  // namespace

TEST_CASE("the same files have the same version, wherever they lie") {
  const WorkFolder here;
  const WorkFolder there;
  make_workbook(here.path());
  make_workbook(there.path());
  CHECK(version_at(here.path()) == version_at(there.path()));
  CHECK(version_at(here.path()).starts_with(std::string(version) + "+"));
}

TEST_CASE("a byte or a name that decides marks changes the version") {
  const WorkFolder root;
  make_workbook(root.path());
  const std::string before = version_at(root.path());
  SECTION("a check") { write(root.path() / "grader/checks.cpp", "int C;"); }
  SECTION("a contract") { write(root.path() / "exercises/18_topic/answer.hpp", "int b; "); }
  SECTION("the engine") { write(root.path() / "engine/ball.cpp", ""); }
  SECTION("a file more") { write(root.path() / "grader/more.cpp", ""); }
  SECTION("a file's name") {
    fs::rename(root.path() / "grader/checks.cpp", root.path() / "grader/check.cpp");
  }
  CHECK(version_at(root.path()) != before);
}

TEST_CASE("an answer or a lesson changes no version") {
  const WorkFolder root;
  make_workbook(root.path());
  const std::string before = version_at(root.path());
  write(root.path() / "answers/18_topic/answer.cpp", "int d;");
  write(root.path() / "lessons/lesson.cpp", "int e;");
  CHECK(version_at(root.path()) == before);
}

TEST_CASE("the workbook's own version can be told") {
  CHECK(version_at(workbook_root()).size() == std::string(version).size() + 17);
}
