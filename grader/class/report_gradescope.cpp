#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "grader/class/report_lines.hpp"
#include "grader/class/reports.hpp"

namespace softmax::grader {
namespace {

using json = nlohmann::ordered_json;

json test_of(const ReportLine& line, std::size_t number) {
  return {{"name", line.title},
          {"number", fmt::format("{}", number)},
          {"score", line.points},
          {"max_score", line.most},
          {"status", line.verdict == Verdict::pass ? "passed" : "failed"},
          {"output", line.text},
          {"output_format", "text"},
          {"visibility", "visible"},
          {"extra_data", {{"verdict", name(line.verdict)}}}};
}

json test_of(const Speed& speed, std::size_t number) {
  return {{"name", speed.title},     {"number", fmt::format("{}", number)},
          {"score", speed.points},   {"max_score", speed.most},
          {"status", "passed"},      {"output", speed_text(speed)},
          {"output_format", "text"}, {"visibility", "visible"}};
}

}  // namespace

/// Without a score the system says that its autograder failed, and nobody gets a zero.
std::string gradescope_report(Records records) {
  const Record& record = records.front();
  json report = {{"output", setting_line(record.setting)},
                 {"output_format", "text"},
                 {"visibility", "visible"},
                 {"stdout_visibility", "hidden"}};
  if (unmarked(record)) {
    report["output"] = why_unmarked(record);
    return report.dump(2) + "\n";
  }
  report["score"] = points(record) + measured_points(record);
  report["extra_data"] = {{"digest", record.digest}, {"verdict", name(verdict(record))}};
  report["tests"] = json::array();
  std::size_t number = 0;
  for (const ReportLine& line : report_lines(record)) {
    report["tests"].push_back(test_of(line, ++number));
  }
  for (const Speed& speed : record.speeds) { report["tests"].push_back(test_of(speed, ++number)); }
  return report.dump(2) + "\n";
}

}  // namespace softmax::grader
