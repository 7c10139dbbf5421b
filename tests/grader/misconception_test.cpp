// How a misconception's file begins, and which files are some.

#include "grader/misconception.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "grader/exercise.hpp"
#include "tests/grader/temporary_root.hpp"

namespace softmax::grader {
namespace {

Misconception read(const std::string& text) {
  const TemporaryRoot root;
  root.write("grader/misconceptions/07_overflow/some_name.cpp", text);
  const std::vector<Misconception> all = misconceptions(root.path(), "07_overflow");
  REQUIRE(all.size() == 1);
  CHECK(all[0].name == "some_name");
  CHECK(all[0].source == root.path() / "grader/misconceptions/07_overflow/some_name.cpp");
  return all[0];
}

std::string refusal(const std::string& text) {
  try {
    static_cast<void>(read(text));
  } catch (const std::invalid_argument& error) { return error.what(); }
  return "nothing";
}

}  // namespace

TEST_CASE("a misconception is its task, its sentence and the thread, up to the first code") {
  const Misconception one = read(
      "// task: softmax\n// The sum is taken\n// too early.\n// thread: owner/repository#123\n\n"
      "// no part of it\n#include \"answer.hpp\"\n");
  CHECK(one.task == "softmax");
  CHECK(one.sentence == "The sum is taken too early.");
  CHECK(one.thread == "owner/repository#123");
  CHECK(read("// task: softmax\n// A sentence.\n#include <x>\n// thread: a/b#1\n").thread.empty());
}

TEST_CASE("a file without a task or a sentence is refused by its name") {
  for (const char* text : {"", "#include <x>\n// task: softmax\n// A sentence.\n",
                           "// task: softmax\n", "// A sentence.\n",
                           "// task: softmax\n// thread: a/b#1\n", "// task: \n// A sentence.\n"}) {
    CAPTURE(text);
    CHECK(refusal(text).find("some_name.cpp must begin with") != std::string::npos);
  }
}

TEST_CASE("files are read in the order of their names; what is no source is passed over") {
  const TemporaryRoot root;
  for (const char* name : {"b.cpp", "a.cpp", "c.cpp", "README.md", "a.cpp.orig"}) {
    root.write(std::string("grader/misconceptions/07_overflow/") + name, "// task: t\n// s\n");
    root.write(std::string("grader/variants/07_overflow/") + name, "");
  }
  const std::vector<Misconception> all = misconceptions(root.path(), "07_overflow");
  REQUIRE(all.size() == 3);
  CHECK(all[0].name == "a");
  CHECK(all[2].name == "c");
  const std::vector<std::filesystem::path> unusual = variants(root.path(), "07_overflow");
  REQUIRE(unusual.size() == 3);
  CHECK(unusual[1].filename() == "b.cpp");
  CHECK(misconceptions(root.path(), "08_none").empty());
  CHECK(variants(root.path(), "08_none").empty());
}

TEST_CASE("each misconception of the workbook is of a task that there is, and ends its sentence") {
  for (const Exercise& exercise : exercises(workbook_root())) {
    std::set<std::string> tasks;
    for (const Task& task : exercise.tasks) { tasks.insert(task.id); }
    for (const Misconception& one : misconceptions(workbook_root(), exercise.folder)) {
      CAPTURE(exercise.folder, one.name);
      CHECK(tasks.contains(one.task));
      CHECK((one.sentence.ends_with('.') || one.sentence.ends_with(".)")));
      CHECK(one.sentence.find('\r') == std::string::npos);
    }
  }
}

}  // namespace softmax::grader
