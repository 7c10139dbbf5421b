#include "grader/class/record_json.hpp"

#include <fmt/format.h>

#include <cmath>

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace softmax::grader {
namespace {

using json = nlohmann::ordered_json;

constexpr std::string_view journal_schema = "softmax-workbook/journal/1";

json text_or_null(const std::string& text) { return text.empty() ? json() : json(text); }

std::string text_or_none(const json& value) {
  return value.is_null() ? "" : value.get<std::string>();
}

Verdict verdict_of(const json& value) {
  const auto word = value.get<std::string>();
  for (int i = 0; i <= static_cast<int>(Verdict::refused); ++i) {
    if (name(static_cast<Verdict>(i)) == word) { return static_cast<Verdict>(i); }
  }
  throw std::invalid_argument("no verdict is called " + word);
}

/// Where something beneath failed nobody has points, and nobody none.
json points_json(Verdict verdict, int points) {
  return verdict == Verdict::infrastructure ? json() : json(points);
}

int points_of(const json& value) { return value.is_null() ? 0 : value.get<int>(); }

json to_json(const CheckMark& check) {
  json result = {
      {"id", check.id},         {"sentence", check.sentence}, {"verdict", name(check.verdict)},
      {"failed", check.failed}, {"cases", check.cases},       {"first", nullptr}};
  if (check.verdict != Verdict::pass) {
    result["first"] = {{"kind", check.first.kind},
                       {"call", check.first.call},
                       {"words", check.first.words},
                       {"stage", check.first.stage}};
  }
  return result;
}

CheckMark check_of(const json& value) {
  CheckMark check{value.at("id"),     value.at("sentence"), verdict_of(value.at("verdict")),
                  value.at("failed"), value.at("cases"),    {}};
  if (const json& first = value.at("first"); !first.is_null()) {
    check.first = {first.at("kind"), first.at("call"), first.at("words"), first.at("stage")};
  }
  return check;
}

json to_json(const TaskMark& task) {
  json result = {{"id", task.id},
                 {"title", task.title},
                 {"verdict", name(task.verdict)},
                 {"points", task.points},
                 {"most", task.most},
                 {"skipped_for", text_or_null(task.skipped_for)},
                 {"checks", json::array()},
                 {"mistake", nullptr}};
  for (const CheckMark& check : task.checks) { result["checks"].push_back(to_json(check)); }
  if (task.mistake) {
    result["mistake"] = {{"name", task.mistake->name},
                         {"sentence", task.mistake->sentence},
                         {"thread", text_or_null(task.mistake->thread)}};
  }
  return result;
}

TaskMark task_of(const json& value) {
  TaskMark task{value.at("id"),
                value.at("title"),
                verdict_of(value.at("verdict")),
                value.at("points"),
                value.at("most"),
                text_or_none(value.at("skipped_for")),
                {},
                std::nullopt};
  for (const json& check : value.at("checks")) { task.checks.push_back(check_of(check)); }
  if (const json& mistake = value.at("mistake"); !mistake.is_null()) {
    task.mistake =
        Mistake{mistake.at("name"), mistake.at("sentence"), text_or_none(mistake.at("thread"))};
  }
  return task;
}

json to_json(const Mark& mark) {
  json result = {{"folder", mark.folder},
                 {"id", mark.id},
                 {"title", mark.title},
                 {"verdict", name(mark.verdict)},
                 {"points", points_json(mark.verdict, mark.points)},
                 {"most", mark.most},
                 {"diagnostics", text_or_null(mark.diagnostics)},
                 {"tasks", json::array()}};
  for (const TaskMark& task : mark.tasks) { result["tasks"].push_back(to_json(task)); }
  return result;
}

Mark mark_of(const json& value, Seed seed) {
  Mark mark{value.at("folder"),
            value.at("id"),
            value.at("title"),
            seed,
            verdict_of(value.at("verdict")),
            points_of(value.at("points")),
            value.at("most"),
            text_or_none(value.at("diagnostics")),
            {}};
  for (const json& task : value.at("tasks")) { mark.tasks.push_back(task_of(task)); }
  return mark;
}

json to_json(const Setting& setting) {
  return {{"grader", setting.grader},
          {"compiler", {{"command", setting.compiler}, {"version", setting.compiler_version}}},
          {"seed", setting.seed},
          {"tier", setting.tier},
          {"layers", setting.layers},
          {"exercises", setting.exercises}};
}

Setting setting_from(const json& value) {
  const json& compiler = value.at("compiler");
  return {value.at("grader"), compiler.at("command"), compiler.at("version"), value.at("seed"),
          value.at("tier"),   value.at("layers"),     value.at("exercises")};
}

json to_json(const Record& record) {
  json result = {{"schema", mark_schema},
                 {"setting", to_json(record.setting)},
                 {"submission", record.submission},
                 {"digest", record.digest},
                 {"refused", text_or_null(record.refused)},
                 {"verdict", name(verdict(record))},
                 {"points", points_json(verdict(record), points(record))},
                 {"most", most(record)},
                 {"exercises", json::array()}};
  for (const Mark& mark : record.exercises) { result["exercises"].push_back(to_json(mark)); }
  return result;
}

Record record_from(const json& value) {
  if (value.at("schema") != mark_schema) {
    throw std::invalid_argument(fmt::format("its schema is not {}", mark_schema));
  }
  Record record{setting_from(value.at("setting")),
                value.at("submission"),
                value.at("digest"),
                text_or_none(value.at("refused")),
                {}};
  for (const json& mark : value.at("exercises")) {
    record.exercises.push_back(mark_of(mark, record.setting.seed));
  }
  return record;
}

json to_json(const Speed& speed) {
  // To two digits behind the point: more of a measurement says nothing.
  return {{"folder", speed.folder},
          {"title", speed.title},
          {"ratio", std::round(100 * speed.ratio) / 100},
          {"points", speed.points},
          {"most", speed.most}};
}

json observed_json(const Record& record, double seconds) {
  json result = {{"seconds", std::round(1000 * seconds) / 1000}, {"speeds", json::array()}};
  for (const Speed& speed : record.speeds) { result["speeds"].push_back(to_json(speed)); }
  return result;
}

Entry entry_from(const json& value) {
  const json& observed = value.at("observed");
  Entry entry{record_from(value.at("record")), observed.at("seconds")};
  for (const json& speed : observed.at("speeds")) {
    entry.record.speeds.push_back({speed.at("folder"), speed.at("title"), speed.at("ratio"),
                                   speed.at("points"), speed.at("most")});
  }
  return entry;
}

Setting setting_from_head(const json& value) {
  if (value.at("schema") != journal_schema) {
    throw std::invalid_argument(fmt::format("its schema is not {}", journal_schema));
  }
  return setting_from(value.at("setting"));
}

/// What the parser complains of becomes bad input.
template <class Result>
Result parsed(std::string_view text, Result (*read)(const json&)) {
  try {
    return read(json::parse(text));
  } catch (const json::exception& error) { throw std::invalid_argument(error.what()); }
}

}  // namespace

std::string json_of(const Record& record) { return to_json(record).dump(); }
Record record_of(std::string_view text) { return parsed(text, record_from); }

std::string json_of(const Entry& entry) {
  return fmt::format(R"({{"record":{},"observed":{}}})", json_of(entry.record),
                     observed_json(entry.record, entry.seconds).dump());
}
Entry entry_of(std::string_view text) { return parsed(text, entry_from); }

std::string head_of(const Setting& setting) {
  return json{{"schema", journal_schema}, {"setting", to_json(setting)}}.dump();
}
Setting setting_of(std::string_view head) { return parsed(head, setting_from_head); }

bool is_head(std::string_view line) {
  const json value = json::parse(line, nullptr, false);
  return value.is_object() && value.contains("schema");
}

}  // namespace softmax::grader
