#include "grader/class/record.hpp"

#include <catch2/catch_test_macros.hpp>

#include "class_samples.hpp"
#include "grader/class/record_json.hpp"

namespace softmax::grader {
namespace {

std::string words_of(const std::string& diagnostics) {
  Mark mark = sample_without_tasks("", Verdict::compile_error, diagnostics).exercises[0];
  const Marking marking{.root = "/home/ada/workbook", .parts = "/var/parts"};
  return portable(std::move(mark), marking).diagnostics;
}

TEST_CASE("a record is read back as it was written") {
  for (const Record& record : sample_class()) {
    const std::string text = json_of(record);
    CHECK(text.find('\n') == std::string::npos);
    const Record back = record_of(text);
    CHECK(json_of(back) == text);
    CHECK(back.setting == record.setting);
    CHECK(back.exercises[0].verdict == record.exercises[0].verdict);
    CHECK(back.exercises[0].seed == 7);
  }
}

TEST_CASE("a record says the setting, the verdict and the points of all exercises") {
  Record record = sample_record("ada");
  record.exercises.push_back(record.exercises[0]);
  record.exercises[0].verdict = Verdict::pass;
  CHECK(verdict(record) == Verdict::wrong);
  CHECK(points(record) == 10);
  CHECK(most(record) == 20);
}

TEST_CASE("where one exercise could not be graded the whole has no points") {
  Record record = sample_record("ada");
  record.exercises.push_back(sample_without_tasks("", Verdict::infrastructure).exercises[0]);
  CHECK(unmarked(record));
  CHECK(verdict(record) == Verdict::infrastructure);
  const std::string text = json_of(record);
  CHECK(text.find(R"("verdict":"infrastructure","points":null,"most":20)") != std::string::npos);
  CHECK(text.find(R"("points":5)") != std::string::npos);  // of the exercise that was graded
}

TEST_CASE("what is no record is refused") {
  const std::string text = json_of(sample_record("ada"));
  CHECK_THROWS_AS(record_of(text.substr(0, text.size() - 1)), std::invalid_argument);
  CHECK_THROWS_AS(record_of("{}"), std::invalid_argument);
  CHECK_THROWS_AS(record_of("[1]"), std::invalid_argument);
  std::string other = text;
  other.replace(other.find("mark/1"), 6, "mark/2");
  CHECK_THROWS_AS(record_of(other), std::invalid_argument);
  other = text;
  other.replace(other.rfind("\"wrong\""), 7, "\"wrung\"");
  CHECK_THROWS_AS(record_of(other), std::invalid_argument);
}

TEST_CASE("the compiler's words name no path of the machine") {
  CHECK(words_of("/home/ada/workbook/exercises/x/answer.hpp:3: note: here") ==
        "exercises/x/answer.hpp:3: note: here\n");
  CHECK(words_of("/var/parts/g++-O1/x/answer.hpp:3: note") == "g++-O1/x/answer.hpp:3: note\n");
  CHECK(words_of("ld: /tmp/ccAb3dE9.o: in function") == "ld: answer.o: in function\n");
  CHECK(words_of("/var/tmp/softmax-a1B2c3/box/answer.cpp:1: error") == "box/answer.cpp:1: error\n");
  CHECK(words_of("answer.cpp:1:7: error: a/b") == "answer.cpp:1:7: error: a/b\n");
}

TEST_CASE("the compiler's words are printable lines, and not too many") {
  CHECK(words_of("a\x1b[31m\nb\xff\n") == "a\\x1b[31m\nb\\xff\n");
  std::string long_words;
  for (int i = 0; i < 10'000; ++i) { long_words += "error: the same again\n"; }
  const std::string cut = words_of(long_words);
  CHECK(cut.size() <= 16384 + 4);
  CHECK(cut.ends_with("again\n...\n"));
}

TEST_CASE("what an answer says is printable in the record") {
  Mark mark = sample_record("", "threw 'a\nb\xff'").exercises[0];
  mark = portable(std::move(mark), {});
  CHECK(mark.tasks[1].checks[1].first.words == "threw 'a\\x0ab\\xff'");
}

}  // namespace
}  // namespace softmax::grader
