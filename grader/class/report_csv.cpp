#include <fmt/format.h>

#include "grader/class/reports.hpp"

namespace softmax::grader {
namespace {

/// Between quotes; a spreadsheet takes what begins so for a formula, and runs it.
std::string field(const std::string& text) {
  std::string result = "\"";
  if (!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
    result += '\'';
  }
  for (const char c : text) { result += c == '"' ? "\"\"" : std::string(1, c); }
  return result + "\"";
}

/// Nobody has points where the grader failed, and nobody has none.
std::string points_field(Verdict verdict, int points) {
  return verdict == Verdict::infrastructure ? "" : fmt::format("{}", points);
}

std::string mistakes(const Mark& mark) {
  std::string names;
  for (const TaskMark& task : mark.tasks) {
    if (task.mistake) { names += (names.empty() ? "" : " ") + task.mistake->name; }
  }
  return names;
}

std::string heading(const Setting& setting) {
  std::string row = "submission,verdict,points,most,measured,refused";
  for (const std::string& folder : setting.exercises) {
    for (const char* what : {"verdict", "points", "mistakes"}) {
      row += "," + field(folder + " " + what);
    }
  }
  return row + "\r\n";
}

std::string row(const Record& record) {
  const Verdict whole = verdict(record);
  std::string row =
      fmt::format("{},{},{},{},{},{}", field(record.submission), name(whole),
                  points_field(whole, points(record)), most(record),
                  points_field(whole, measured_points(record)), field(record.refused));
  for (const Mark& mark : record.exercises) {
    row += fmt::format(",{},{},{}", name(mark.verdict), points_field(mark.verdict, mark.points),
                       field(mistakes(mark)));
  }
  return row + "\r\n";
}

}  // namespace

std::string csv_report(Records records) {
  std::string text = records.empty() ? heading({}) : heading(records[0].setting);
  for (const Record& record : records) { text += row(record); }
  return text;
}

}  // namespace softmax::grader
