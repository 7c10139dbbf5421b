// The learner's program, asked case by case: what is promised when it does not come back.

#include "grader/subject_process.hpp"

#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "grader/build.hpp"
#include "grader/inputs.hpp"
#include "grader/sandbox/tier.hpp"
#include "tests/grader/temporary_root.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

/// What is made once, for all tests of this program.
const std::filesystem::path& parts() {
  static const TemporaryRoot folder;
  return folder.path();
}

/// An answer to exercise 3, whose normalizer does this with a row of one: its first number says
/// what. Longer rows are summed.
class Subject {
 public:
  explicit Subject(const std::string& body, double seconds = 2, bool sanitizers = false) {
    folder_.write(
        "mine.cpp",
        "#include \"answer.hpp\"\n#include <csignal>\n#include <cstdio>\n#include <ctime>\n"
        "#include <stdexcept>\n#include <fenv.h>\n#include <unistd.h>\n#include <vector>\n"
        "namespace answer {\nint calls = 0;\nvolatile int* nowhere = nullptr;\n"
        "float normalizer(std::span<const float> row) {\n  ++calls;\n" +
            body +
            "\n  return row.empty() ? 0 : row[0];\n}\n"
            "void normalize(std::span<const float>, float, std::span<float>) {}\n}\n");
    const Exercise exercise = read_exercise(workbook_root(), "03_normalize");
    const Built built = Builder(workbook_root(), parts(), best_tier(), {"g++", "-O1", sanitizers})
                            .build(exercise, folder_.path() / "mine.cpp", folder_.path());
    INFO(built.diagnostics);
    REQUIRE(built.program);
    process_.emplace(*built.program, Running{best_tier(), sanitizers, seconds});
  }

  /// What comes of calls with these rows of one.
  std::vector<Observed> ask(const Floats& firsts) {
    Check check{"id", "normalizer", "A sentence.", {}};
    for (const float first : firsts) {
      check.cases.push_back({"normalizer", {Floats{first}}, {{exactly(0)}}});
    }
    return process_->observe(check);
  }
  std::vector<Observed> ask(const Check& check) { return process_->observe(check); }
  [[nodiscard]] const std::string& said() const { return process_->said(); }

 private:
  TemporaryRoot folder_;
  std::optional<SubjectProcess> process_;
};

float number(const Observed& observed) {
  return std::get<0>(std::get<Response>(observed).results.at(0)).at(0);
}

Verdict verdict(const Observed& observed) { return std::get<Stop>(observed).verdict; }

}  // namespace

TEST_CASE("calls are answered in their order, by one process") {
  Subject subject("  return row[0] * 100 + calls;");
  const std::vector<Observed> first = subject.ask({1, 2, 3});
  REQUIRE(first.size() == 3);
  CHECK(number(first[0]) == 101);
  CHECK(number(first[2]) == 303);
  CHECK(number(subject.ask({4}).at(0)) == 404);
}

TEST_CASE("exceptions are told apart, with their words") {
  Subject subject(
      "  if (row[0] == 1) { throw std::invalid_argument(\"bad\"); }\n"
      "  if (row[0] == 2) { throw std::runtime_error(\"worse\"); }\n"
      "  if (row[0] == 3) { throw 7; }");
  const std::vector<Observed> seen = subject.ask({1, 2, 3, 4});
  REQUIRE(seen.size() == 4);
  CHECK(std::get<Response>(seen[0]).ending == CallEnding::invalid_argument);
  CHECK(std::get<Response>(seen[0]).what == "bad");
  CHECK(std::get<Response>(seen[1]).ending == CallEnding::exception);
  CHECK(std::get<Response>(seen[1]).what == "worse");
  CHECK(std::get<Response>(seen[2]).ending == CallEnding::exception);
  CHECK(number(seen[3]) == 4);
}

TEST_CASE("the sanitizers see what is wrong, and let an exception be one") {
  Subject subject(
      "  if (row[0] == 1) { throw std::invalid_argument(\"bad\"); }\n"
      "  if (row[0] == 2) { return row.data()[row.size()]; }",
      2, true);
  const std::vector<Observed> seen = subject.ask({1, 3, 2, 4});
  REQUIRE(seen.size() == 3);
  CHECK(std::get<Response>(seen[0]).what == "bad");
  CHECK(number(seen[1]) == 3);
  CHECK(std::holds_alternative<Stop>(seen[2]));
  CHECK(subject.said().find("heap-buffer-overflow") != std::string::npos);
}

TEST_CASE("a crash ends its check, what came before it stays, and the next check begins anew") {
  Subject subject("  if (row[0] == 2) { *nowhere = 1; }\n  return row[0] * 10 + calls;");
  const std::vector<Observed> seen = subject.ask({1, 2, 3});
  REQUIRE(seen.size() == 2);
  CHECK(number(seen[0]) == 11);
  CHECK(verdict(seen[1]) == Verdict::crash);
  CHECK(std::get<Stop>(seen[1]).words.find("11") != std::string::npos);
  CHECK(number(subject.ask({5}).at(0)) == 51);
}

TEST_CASE("a crash while more than a pipe holds is still to be sent is a crash, no more") {
  Subject subject("  if (row[0] == 2) { *nowhere = 1; }");
  Check check{"id", "normalizer", "A sentence.", {}};
  for (const float first : {2.0F, 1.0F, 1.0F}) {
    check.cases.push_back({"normalizer", {Floats(300'000, first)}, {{exactly(0)}}});
  }
  for (int i = 0; i < 20; ++i) {
    const std::vector<Observed> seen = subject.ask(check);
    REQUIRE(seen.size() == 1);
    REQUIRE(verdict(seen[0]) == Verdict::crash);
  }
}

TEST_CASE("an endless loop ends at its limit, and costs no other check") {
  Subject subject("  volatile bool on = row[0] == 2;\n  while (on) {}", 0.3);
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Observed> seen = subject.ask({1, 2, 3});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  REQUIRE(seen.size() == 2);
  CHECK(number(seen[0]) == 1);
  CHECK(verdict(seen[1]) == Verdict::time_out);
  CHECK(took.count() >= 0.3);
  CHECK(took.count() < 5);  // on a busy machine
  CHECK(number(subject.ask({4}).at(0)) == 4);
}

TEST_CASE("after one that was stopped for time the checks of the same task get little") {
  Subject subject("  volatile bool on = row[0] == 2;\n  while (on) {}", 0.4);
  const auto words_of = [&](const char* task) {
    const std::vector<Observed> seen =
        subject.ask({"id", task, "A sentence.", {{"normalizer", {Floats{2}}, {{exactly(0)}}}}});
    REQUIRE(verdict(seen.at(0)) == Verdict::time_out);
    return std::get<Stop>(seen[0]).words;
  };
  CHECK(words_of("one").find("0.4 s") != std::string::npos);
  CHECK(words_of("one").find("0.05 s") != std::string::npos);
  CHECK(words_of("another").find("0.4 s") != std::string::npos);
  CHECK(number(subject.ask({4}).at(0)) == 4);
}

TEST_CASE("each check has its own time, all of it") {
  Subject subject(
      "  for (const auto end = std::clock() + CLOCKS_PER_SEC * 3 / 10; std::clock() < end;) {}",
      0.5);
  for (const float first : {1.0F, 2.0F, 3.0F, 4.0F}) {
    const std::vector<Observed> seen = subject.ask({first});
    const auto* stop = std::get_if<Stop>(&seen.at(0));
    INFO((stop == nullptr ? "" : stop->words));
    REQUIRE(stop == nullptr);
    CHECK(number(seen[0]) == first);
  }
}

TEST_CASE("a program that leaves without a word gave no result, whatever its exit code") {
  for (const char* leave : {"_exit(0)", "_exit(3)", "close(3)"}) {
    CAPTURE(leave);
    Subject subject(std::string("  if (row[0] == 2) { ") + leave + "; }", 5);
    const std::vector<Observed> seen = subject.ask({1, 2, 3});
    REQUIRE(seen.size() == 2);
    CHECK(std::holds_alternative<Stop>(seen[1]));
    CHECK(verdict(seen[1]) != Verdict::pass);
    CHECK(number(subject.ask({4}).at(0)) == 4);
  }
}

TEST_CASE("bytes of one's own on the pipe are no result") {
  for (const char* bytes :
       {"\\1\\0\\0\\0\\0\\0\\0\\0x", "\\377\\377\\377\\377\\377\\377\\377\\377"}) {
    Subject subject(std::string("  if (row[0] == 2) { if (write(3, \"") + bytes +
                    "\", 9) < 9) { return 0; } }");
    const std::vector<Observed> seen = subject.ask({1, 2, 3});
    REQUIRE(seen.size() == 2);
    CHECK(verdict(seen[1]) == Verdict::protocol);
  }
}

TEST_CASE("what it prints goes nowhere, and standard input tells it nothing to fear") {
  Subject subject(
      "  std::puts(\"I passed\");\n  std::fputs(\"me too\", stderr);\n  std::fflush(nullptr);");
  CHECK(number(subject.ask({7}).at(0)) == 7);
}

TEST_CASE("what one call left of the machine's state is not the next one's") {
  Subject subject(
      "  const bool upward = fegetround() == FE_UPWARD;\n"
      "  fesetround(FE_UPWARD);\n  return upward ? 1 : 0;");
  for (const Observed& seen : subject.ask({1, 2, 3})) { CHECK(number(seen) == 0); }
}

}  // namespace softmax::grader
