#include "lessons/page/sheet.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>
#include <stdexcept>
#include <string>

#include "tests/lessons/sample_page.hpp"

using namespace softmax::page;

namespace {

const std::vector<Question> quiz = sample_page().quiz;

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

/// The printed sheet, its questions answered in their order by these JSON values.
std::string filled(const std::vector<std::string>& answers) {
  std::string sheet = sheet_of(quiz);
  for (const std::string& answer : answers) {
    sheet = replaced(sheet, "\"answer\": null", "\"answer\": " + answer);
  }
  return sheet;
}

/// A sheet of these questions, which are JSON.
std::string sheet_with(const std::string& questions) {
  return R"({"schema": "softmax-workbook/quiz/1", "questions": )" + questions + "}";
}

/// "right", "wrong", or "none" of each question.
std::string graded(const std::string& sheet) {
  std::string all;
  for (const Grade& grade : grades_of(sheet, quiz)) {
    all += grade.right ? "right " : grade.answer.empty() ? "none " : "wrong ";
  }
  return all;
}

/// What is wrong with a sheet.
std::string refusal(const std::string& sheet) {
  try {
    grades_of(sheet, quiz);
  } catch (const std::invalid_argument& error) {
    const std::string text = error.what();
    const std::string before = "the sheet of answers ";
    const std::string after = " (./workbook quiz --json prints one to fill in)";
    CHECK(text.find('\n') == std::string::npos);
    REQUIRE(text.starts_with(before));
    REQUIRE(text.ends_with(after));
    return text.substr(before.size(), text.size() - before.size() - after.size());
  }
  return "nothing";
}

}  // namespace

TEST_CASE("The printed sheet has every question in its order, and gives no answer away") {
  const std::string sheet = sheet_of(quiz);
  std::size_t at = 0;
  for (const Question& question : quiz) {
    at = sheet.find('"' + question.id + '"', at);
    REQUIRE(at != std::string::npos);
  }
  CHECK(sheet.find("\"the first\"") < sheet.find("\"the second\""));
  CHECK(sheet.find("\"digits\": 2") != std::string::npos);
  for (const char* secret : {"right", "why", "Reason", "0.659", "slip"}) {
    CHECK(sheet.find(secret) == std::string::npos);
  }
  CHECK(sheet.ends_with("}\n"));
}

TEST_CASE("A filled-in sheet is graded by the judge, as if its answers were typed") {
  CHECK(graded(sheet_of(quiz)) == "none none none ");
  CHECK(graded(filled({"2", "0.66", "1"})) == "right right right ");
  CHECK(graded(filled({"\"2\"", "\"65.9 %\"", "\" 1 \""})) == "right right right ");
  CHECK(graded(filled({"1", "6.5e-1", "2"})) == "wrong right wrong ");
  CHECK(graded(filled({"1", "\"1.97e434\"", "\"\""})) == "wrong wrong none ");
  CHECK(graded(filled({"1", "\"nan\""})) == "wrong wrong none ");
}

TEST_CASE("A grade says why, and keeps the answer as it was given") {
  const std::vector<Grade> grades = grades_of(filled({"1", "\"50 %\""}), quiz);
  CHECK(grades.at(0).id == "sample/first");
  CHECK(grades.at(0).answer == "1");
  CHECK(grades.at(0).why == "Reason of the first.");
  CHECK(grades.at(1).answer == "50 %");
  CHECK(grades.at(1).why == "Half is a slip.");
  CHECK(grades.at(2).why == "not answered");
}

TEST_CASE("Questions may be left out, stand in any order, and hold more than is read") {
  CHECK(graded(sheet_with("[]")) == "none none none ");
  CHECK(graded(sheet_with(R"([{"id": "sample/third", "answer": 1, "mark": "!"},
                              {"id": "sample/first"}])")) == "none none right ");
}

TEST_CASE("Each refusal is one line that says what is wrong") {
  const std::string none = "has no \"schema\": \"softmax-workbook/quiz/1\" with \"questions\"";
  const std::map<std::string, std::string> refusals = {
      {"", "is no JSON"},
      {"{", "is no JSON"},
      {"\xff", "is no JSON"},
      {"[]", none},
      {"7", none},
      {R"({"questions": []})", none},
      {R"({"schema": "softmax-workbook/quiz/2", "questions": []})", none},
      {R"({"schema": "softmax-workbook/quiz/1"})", none},
      {sheet_with("{}"), none},
      {sheet_with("[7]"), "has a question without an \"id\""},
      {sheet_with(R"([{"id": 7}])"), "has a question without an \"id\""},
      {sheet_with(R"([{"id": "a\nb"}])"), "has 'a\\x0ab', which is not asked here"},
      {sheet_with(R"([{"id": "sample/first"}, {"id": "sample/first"}])"),
       "has 'sample/first' twice"},
      {filled({"true"}), "answers 'sample/first' by neither a number nor a text"},
      {filled({"[1]"}), "answers 'sample/first' by neither a number nor a text"},
      {filled({"3"}), "answers 'sample/first' by '3': it takes 1 to 2"},
      {filled({"1.5"}), "answers 'sample/first' by '1.5': it takes 1 to 2"},
      {filled({"1", "\"0,66\""}),
       "answers 'sample/second' by '0,66': it takes a number to 2 digits, or inf, -inf, nan"},
      {filled({"1", "1.97e434"}), "has a number that is too large for JSON: put it in quotes"}};
  for (const auto& [sheet, text] : refusals) {
    CAPTURE(sheet);
    CHECK(refusal(sheet) == text);
  }
}

TEST_CASE("The grades as JSON count what is right") {
  const std::string json = json_of(grades_of(filled({"2", "0.5"}), quiz));
  CHECK(json.find("\"right\": 1,\n  \"asked\": 3") != std::string::npos);
  CHECK(json.find("\"answer\": \"0.5\",\n      \"right\": false") != std::string::npos);
  CHECK(json.find("\"answer\": null") != std::string::npos);
}
