#include <fmt/format.h>

#include <algorithm>

#include "grader/class/markup.hpp"
#include "grader/class/report_lines.hpp"
#include "grader/class/reports.hpp"
#include "grader/class/statistics.hpp"

namespace softmax::grader {
namespace {

/// No script runs and nothing is fetched, whatever got into the page.
constexpr std::string_view head = R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Softmax workbook: a class</title>
<style>
:root { color-scheme: light dark; --good: #11632f; --bad: #a4161a; --line: #c9c9c9; }
@media (prefers-color-scheme: dark) {
  :root { --good: #7ddc9a; --bad: #ff9a9a; --line: #555; }
}
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .8rem; text-align: left;
  vertical-align: top; overflow-wrap: anywhere; }
td.n { text-align: right; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .5rem 0; }
.pass { color: var(--good); }
.fail { color: var(--bad); }
summary { cursor: pointer; padding: .2rem 0; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>Softmax workbook: a class</h1>
)";

std::string row(const ExerciseCount& exercise) {
  return fmt::format("<tr><td>{}<td class=\"n\">{}<td class=\"n\">{}<td class=\"n\">{} of {}\n",
                     escaped(exercise.folder.substr(0, 2) + " " + exercise.title),
                     exercise.handed_in, exercise.passed, mean_points(exercise), exercise.most);
}

std::string exercises_table(const std::vector<ExerciseCount>& exercises) {
  std::string text =
      "<h2>Exercises</h2>\n<table>\n<tr><th>Exercise<th>Handed in<th>Passed<th>Mean points\n";
  for (const ExerciseCount& exercise : exercises) { text += row(exercise); }
  return text + "</table>\n";
}

std::string tasks_table(const std::vector<ExerciseCount>& exercises) {
  std::string text =
      "<h2>Tasks</h2>\n<table>\n<tr><th>Exercise<th>Task<th>Points<th>Tried<th>Passed\n";
  for (const ExerciseCount& exercise : exercises) {
    for (const TaskCount& task : exercise.tasks) {
      text += fmt::format(
          "<tr><td>{}<td>{}<td class=\"n\">{}<td class=\"n\">{}<td class=\"n\">{}\n",
          escaped(exercise.folder), escaped(task.title), task.most, task.tried, task.passed);
    }
  }
  return text + "</table>\n";
}

std::string names(const std::vector<std::string>& submissions) {
  std::string text;
  for (const std::string& name : submissions) { text += (text.empty() ? "" : ", ") + name; }
  return text;
}

std::string mistakes_table(const std::vector<ExerciseCount>& exercises) {
  std::string text =
      "<h2>Misconceptions</h2>\n<table>\n<tr><th>Exercise<th>Task<th>What was "
      "believed<th>How many<th>Who\n";
  for (const ExerciseCount& exercise : exercises) {
    for (const MistakeCount& count : exercise.mistakes) {
      text +=
          fmt::format("<tr><td>{}<td>{}<td>{}<td class=\"n\">{}<td>{}\n", escaped(exercise.folder),
                      escaped(count.task), escaped(count.mistake.sentence),
                      count.submissions.size(), escaped(names(count.submissions)));
    }
  }
  return text + "</table>\n";
}

std::string line_text(const ReportLine& line) {
  const char* kind = line.verdict == Verdict::pass ? "pass" : "fail";
  const std::string score = line.verdict == Verdict::infrastructure
                                ? "not graded"
                                : fmt::format("{} of {}", line.points, line.most);
  std::string text = fmt::format(R"(<tr><td>{}<td class="{}">{}<td class="n">{}<td>)",
                                 escaped(line.title), kind, escaped(name(line.verdict)), score);
  if (line.verdict != Verdict::pass) { text += fmt::format("<pre>{}</pre>", escaped(line.text)); }
  return text + "\n";
}

std::string submission_section(const Record& record) {
  const Verdict whole = verdict(record);
  const std::string score =
      unmarked(record) ? "not graded" : fmt::format("{} of {}", points(record), most(record));
  std::string text =
      fmt::format("<details>\n<summary>{} <span class=\"{}\">{}</span>, {}</summary>\n<table>\n",
                  escaped(record.submission), whole == Verdict::pass ? "pass" : "fail",
                  escaped(name(whole)), score);
  for (const ReportLine& line : report_lines(record)) { text += line_text(line); }
  return text + "</table>\n</details>\n";
}

}  // namespace

std::string html_report(Records records) {
  const std::vector<ExerciseCount> exercises = counted(records);
  std::string text(head);
  text += fmt::format("<p>{} submissions. {}</p>\n", records.size(),
                      records.empty() ? "" : escaped(setting_line(records[0].setting)));
  text += exercises_table(exercises) + tasks_table(exercises) + mistakes_table(exercises);
  text += "<h2>Submissions</h2>\n";
  for (const Record& record : records) { text += submission_section(record); }
  return text + "</body>\n</html>\n";
}

}  // namespace softmax::grader
