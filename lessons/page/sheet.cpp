#include "lessons/page/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "engine/quotation.hpp"
#include "lessons/page/judge.hpp"

namespace softmax::page {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* sheet_schema = "softmax-workbook/quiz/1";

[[noreturn]] void refuse(const std::string& fault) {
  throw std::invalid_argument("the sheet of answers " + fault +
                              " (./workbook quiz --json prints one to fill in)");
}

Json entry_of(const Question& question) {
  Json json = {{"id", question.id}, {"text", question.text}};
  if (const auto* options = std::get_if<std::vector<Option>>(&question.answer)) {
    json["options"] = Json::array();
    for (const Option& option : *options) { json["options"].push_back(option.text); }
  } else {
    json["digits"] = std::get<Number>(question.answer).digits;
  }
  json["answer"] = nullptr;
  return json;
}

Json json_in(std::string_view text) {
  try {
    return Json::parse(text);
  } catch (const Json::out_of_range&) {
    refuse("has a number that is too large for JSON: put it in quotes");
  } catch (const Json::parse_error&) { refuse("is no JSON"); }
}

Json parsed(std::string_view text) {
  const Json json = json_in(text);
  const bool sheet = json.is_object() && json.value("schema", Json()) == sheet_schema &&
                     json.contains("questions") && json["questions"].is_array();
  if (!sheet) { refuse(fmt::format(R"(has no "schema": "{}" with "questions")", sheet_schema)); }
  return json;
}

/// An answer as somebody would type it.
std::string typed(const Json& question, const std::string& id) {
  const Json answer = question.value("answer", Json());
  if (answer.is_null()) { return ""; }
  if (answer.is_string()) { return answer.get<std::string>(); }
  if (answer.is_number()) { return answer.dump(); }
  refuse(fmt::format("answers {} by neither a number nor a text", quotation(id)));
}

std::map<std::string, std::string> answers_in(const Json& sheet) {
  std::map<std::string, std::string> answers;
  for (const Json& question : sheet["questions"]) {
    const Json id = question.is_object() ? question.value("id", Json()) : Json();
    if (!id.is_string()) { refuse(R"(has a question without an "id")"); }
    const auto name = id.get<std::string>();
    if (!answers.emplace(name, typed(question, name)).second) {
      refuse(fmt::format("has {} twice", quotation(name)));
    }
  }
  return answers;
}

void refuse_strangers(const std::map<std::string, std::string>& answers,
                      const std::vector<Question>& questions) {
  for (const auto& answer : answers) {
    const bool known = std::any_of(questions.begin(), questions.end(),
                                   [&](const Question& q) { return q.id == answer.first; });
    if (!known) { refuse(fmt::format("has {}, which is not asked here", quotation(answer.first))); }
  }
}

Grade grade_of(const Question& question, const std::string& answer) {
  if (answer.empty()) { return {question.id, "", false, "not answered"}; }
  const Judgement judgement = judge(question, answer);
  if (!judgement.understood) {
    refuse(fmt::format("answers {} by {}: it takes {}", quotation(question.id), quotation(answer),
                       answer_hint(question)));
  }
  const std::string& why = judgement.why.empty() ? question.why : judgement.why;
  return {question.id, answer, judgement.right, why};
}

}  // namespace

std::string sheet_of(const std::vector<Question>& questions) {
  Json json = {{"schema", sheet_schema}, {"questions", Json::array()}};
  for (const Question& question : questions) { json["questions"].push_back(entry_of(question)); }
  return json.dump(2) + "\n";
}

std::vector<Grade> grades_of(std::string_view sheet, const std::vector<Question>& questions) {
  const std::map<std::string, std::string> answers = answers_in(parsed(sheet));
  refuse_strangers(answers, questions);
  std::vector<Grade> grades;
  for (const Question& question : questions) {
    const auto answer = answers.find(question.id);
    grades.push_back(grade_of(question, answer == answers.end() ? "" : answer->second));
  }
  return grades;
}

std::string json_of(const std::vector<Grade>& grades) {
  Json all = Json::array();
  for (const Grade& grade : grades) {
    all.push_back({{"id", grade.id},
                   {"answer", grade.answer.empty() ? Json() : Json(grade.answer)},
                   {"right", grade.right},
                   {"why", grade.why}});
  }
  const auto right =
      std::count_if(grades.begin(), grades.end(), [](const Grade& grade) { return grade.right; });
  const Json json = {{"schema", "softmax-workbook/grades/1"},
                     {"right", right},
                     {"asked", grades.size()},
                     {"grades", all}};
  return json.dump(2) + "\n";
}

}  // namespace softmax::page
