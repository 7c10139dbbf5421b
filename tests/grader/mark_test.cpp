// What an answer is worth, tried with the real exercise 3.

#include "grader/mark.hpp"

#include <catch2/catch_test_macros.hpp>

#include "grader/sandbox/tier.hpp"
#include "tests/grader/temporary_root.hpp"

namespace softmax::grader {
namespace {

namespace fs = std::filesystem;

const Marking& marking() {
  static const TemporaryRoot parts;
  static const Marking result{workbook_root(), parts.path(), best_tier()};
  return result;
}

Exercise third() { return read_exercise(workbook_root(), "03_normalize"); }

std::string solution() { return text_of(workbook_root() / "solutions/03_normalize/answer.cpp"); }

/// The solution with one thing replaced.
std::string solution_with(const std::string& what, const std::string& by) {
  std::string text = solution();
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

Mark marked_text(const std::string& text, const Exercise& exercise = third()) {
  const TemporaryRoot folder;
  folder.write("mine.cpp", text);
  return marked(marking(), exercise, folder.path() / "mine.cpp");
}

/// A mark as one text, whatever is in it.
std::string record(const Mark& mark) {
  std::string text = mark.folder + mark.id + mark.title + std::string(name(mark.verdict)) +
                     std::to_string(mark.points) + "/" + std::to_string(mark.most) +
                     mark.diagnostics + "\n";
  for (const TaskMark& task : mark.tasks) {
    text += task.id + " " + std::string(name(task.verdict)) + " " + std::to_string(task.points) +
            task.skipped_for + (task.mistake ? task.mistake->name : "") + "\n";
    for (const CheckMark& check : task.checks) {
      text += check.id + std::string(name(check.verdict)) + std::to_string(check.failed) +
              check.first.kind + check.first.call + check.first.words + "\n";
    }
  }
  return text;
}

const std::string no_guard = "if (exponentials.empty()) { throw";

}  // namespace

TEST_CASE("the solution has all points, in every task and check") {
  const Mark mark = marked_text(solution());
  CHECK(mark.verdict == Verdict::pass);
  CHECK(mark.points == mark.most);
  CHECK(mark.most == points(third()));
  CHECK(mark.folder == "03_normalize");
  CHECK(mark.diagnostics.empty());
  REQUIRE(mark.tasks.size() == 2);
  for (const TaskMark& task : mark.tasks) {
    CHECK(task.verdict == Verdict::pass);
    CHECK(task.points == task.most);
    CHECK_FALSE(task.mistake);
    for (const CheckMark& check : task.checks) {
      CHECK(check.verdict == Verdict::pass);
      CHECK(check.failed == 0);
      CHECK(check.cases > 0);
    }
  }
}

TEST_CASE("a task's points are shared among its checks, rounded down") {
  const Mark mark = marked_text(solution_with(no_guard, "if (false) { throw"));
  CHECK(mark.verdict == Verdict::wrong);
  const TaskMark& task = mark.tasks[0];
  REQUIRE(task.checks.size() == 4);
  CHECK(task.checks[3].id == "empty_sum");
  CHECK(task.checks[3].verdict == Verdict::wrong);
  CHECK(task.checks[3].first.kind == "not refused");
  CHECK(task.points == 5 * 3 / 4);
  CHECK(mark.tasks[1].points == 5);
  CHECK(mark.points == task.points + 5);
}

TEST_CASE("where the plain case fails there are no points for what is right by accident") {
  const Mark mark = marked_text(text_of(workbook_root() / "exercises/03_normalize/answer.cpp"));
  CHECK(mark.points == 0);
  const Mark half = marked_text(solution_with("return sum;", "return 2 * sum;"));
  CHECK(half.tasks[0].checks[0].verdict == Verdict::wrong);
  CHECK(half.tasks[0].checks[3].verdict == Verdict::pass);
  CHECK(half.tasks[0].points == 0);
  CHECK(half.tasks[1].points == 5);
}

TEST_CASE("a task that needs another is skipped where that did not pass") {
  Exercise exercise = third();
  exercise.tasks[1].needs = {"normalizer"};
  const Mark wrong = marked_text(solution_with(no_guard, "if (false) { throw"), exercise);
  CHECK(wrong.tasks[1].verdict == Verdict::skipped);
  CHECK(wrong.tasks[1].skipped_for == "normalizer");
  CHECK(wrong.tasks[1].points == 0);
  CHECK(wrong.tasks[1].checks.empty());
  CHECK(wrong.verdict == Verdict::wrong);
  CHECK(marked_text(solution(), exercise).points == 10);
}

TEST_CASE("the misconception that an answer behaves like is named, and none if there is none") {
  const Mark mean = marked_text(
      solution_with("return sum;", "return sum / static_cast<float>(exponentials.size());"));
  REQUIRE(mean.tasks[0].mistake);
  CHECK(mean.tasks[0].mistake->name == "mean_for_sum");
  CHECK(mean.tasks[0].mistake->sentence.starts_with("What comes out is the mean"));
  CHECK_FALSE(marked_text(solution_with("return sum;", "return sum + 12345;")).tasks[0].mistake);
}

TEST_CASE("an answer that does not compile is worth nothing, with the compiler's words") {
  const Mark mark = marked_text(solution_with("return sum;", "return sum"));
  CHECK(mark.verdict == Verdict::compile_error);
  CHECK(mark.points == 0);
  CHECK(mark.tasks.empty());
  CHECK(mark.diagnostics.find("answer.cpp:") != std::string::npos);
}

TEST_CASE("the mark is the same twice, and names no place of this machine") {
  const std::vector<std::string> answers = {
      solution(),
      solution_with("return sum;", "return 2 * sum;"),
      solution_with("return sum;", "return sum"),                // a syntax error
      solution_with("float normalizer(", "double normalizer("),  // answer.hpp differs
      solution_with("float normalizer(", "float normaliser("),   // the linker misses it
      solution() + "int main() { return 0; }\n",                 // the linker finds it twice
      solution_with("return sum;", "__builtin_trap();")};
  for (const std::string& answer : answers) {
    const std::string first = record(marked_text(answer));
    CHECK(first == record(marked_text(answer)));
    CAPTURE(first);
    for (const std::string& place : {workbook_root().string(), marking().parts.string(),
                                     fs::temp_directory_path().string() + "/"}) {
      CHECK(first.find(place) == std::string::npos);
    }
  }
}

TEST_CASE("a crash or a loop in one task leaves the other its points") {
  const Mark crash = marked_text(solution_with("return sum;", "__builtin_trap();"));
  CHECK(crash.verdict == Verdict::crash);
  CHECK(crash.tasks[0].verdict == Verdict::crash);
  CHECK(crash.tasks[0].points == 0);
  CHECK(crash.tasks[1].points == 5);
}

TEST_CASE("each task is told as soon as it is judged, and again when its mistake is known") {
  std::vector<std::string> told;
  Marking telling = marking();
  telling.judged = [&](const TaskMark& task) {
    CHECK_FALSE(task.mistake);
    told.push_back("judged " + task.id);
  };
  telling.diagnosed = [&](const TaskMark& task) { told.push_back("diagnosed " + task.id); };
  const Mark mark = marked(telling, third(), workbook_root() / "exercises/03_normalize/answer.cpp");
  CHECK(told == std::vector<std::string>{"judged normalizer", "diagnosed normalizer",
                                         "judged normalize", "diagnosed normalize"});
}

}  // namespace softmax::grader
