#include <nlohmann/json.hpp>

#include "grader/class/report_lines.hpp"
#include "grader/class/reports.hpp"

namespace softmax::grader {
namespace {

using json = nlohmann::ordered_json;

json test_of(const ReportLine& line) {
  return {{"name", line.title},    {"description", name(line.verdict)},
          {"points", line.points}, {"max_points", line.most},
          {"message", ""},         {"output", line.text}};
}

/// What cannot be marked costs no attempt, whoever is to blame.
json not_gradable(const std::string& why) {
  return {{"gradable", false}, {"message", why}, {"format_errors", {why}}};
}

json report_of(const Record& record) {
  if (unmarked(record)) { return not_gradable(why_unmarked(record)); }
  if (!record.refused.empty()) {
    return not_gradable("What was handed in was refused: " + record.refused);
  }
  const int whole = most(record);
  json report = {{"gradable", true},
                 {"score", whole == 0 ? 0.0 : double(points(record)) / whole},
                 {"message", ""},
                 {"output", setting_line(record.setting)},
                 {"tests", json::array()}};
  for (const ReportLine& line : report_lines(record)) { report["tests"].push_back(test_of(line)); }
  return report;
}

}  // namespace

std::string prairielearn_report(Records records) {
  return report_of(records.front()).dump(2) + "\n";
}

}  // namespace softmax::grader
