#include <fmt/format.h>

#include "grader/class/markup.hpp"
#include "grader/class/report_lines.hpp"
#include "grader/class/reports.hpp"

namespace softmax::grader {
namespace {

/// A suite's cases so far, and how many of them ended how.
struct Suite {
  std::string cases;
  int tests = 0;
  int failures = 0;
  int errors = 0;
  int skipped = 0;

  void add(const std::string& class_name, const std::string& name, const std::string& inside) {
    ++tests;
    cases += fmt::format(R"(    <testcase classname="{}" name="{}")", escaped(class_name),
                         escaped(name));
    cases += inside.empty() ? "/>\n" : fmt::format(">\n{}    </testcase>\n", inside);
  }
  [[nodiscard]] std::string counts() const {
    return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}")", tests, failures,
                       errors, skipped);
  }
};

/// A wrong answer fails; one that could not be tried to its end is an error.
bool is_failure(Verdict verdict) {
  return verdict == Verdict::wrong || verdict == Verdict::missing || verdict == Verdict::refused;
}

std::string outcome(Suite& suite, Verdict verdict, const std::string& message,
                    const std::string& text) {
  const bool failure = is_failure(verdict);
  ++(failure ? suite.failures : suite.errors);
  return fmt::format("      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n",
                     failure ? "failure" : "error", escaped(name(verdict)), escaped(message),
                     escaped(text));
}

void add(Suite& suite, const std::string& class_name, const TaskMark& task) {
  if (task.verdict == Verdict::skipped) {
    ++suite.skipped;
    const std::string why = fmt::format("{} is not right yet", task.skipped_for);
    suite.add(class_name, task.id, fmt::format("      <skipped message=\"{}\"/>\n", escaped(why)));
  }
  const std::string mistake =
      task.mistake ? "\nIt behaves just like this mistake: " + task.mistake->sentence : "";
  for (const CheckMark& check : task.checks) {
    std::string inside;
    if (check.verdict != Verdict::pass) {
      const std::string text =
          fmt::format("{}\n{}\n{}{}", check.sentence, check.first.call, check.first.words, mistake);
      inside = outcome(suite, check.verdict, check.first.words, text);
    }
    suite.add(class_name, check.id, inside);
  }
}

Suite suite_of(const Record& record) {
  Suite suite;
  for (const Mark& mark : record.exercises) {
    if (mark.tasks.empty()) {
      const std::string words = trouble(record, mark);
      suite.add(mark.folder, "answer",
                outcome(suite, mark.verdict, words.substr(0, words.find('\n')), words));
    }
    for (const TaskMark& task : mark.tasks) { add(suite, mark.folder + "." + task.id, task); }
  }
  return suite;
}

std::string properties(const Setting& setting) {
  return fmt::format(
      "    <properties>\n      <property name=\"setting\" value=\"{}\"/>\n    </properties>\n",
      escaped(setting_line(setting)));
}

}  // namespace

std::string junit_report(Records records) {
  Suite all;
  std::string suites;
  for (const Record& record : records) {
    const Suite suite = suite_of(record);
    suites += fmt::format("  <testsuite name=\"{}\" {}>\n{}{}  </testsuite>\n",
                          escaped(record.submission), suite.counts(), properties(record.setting),
                          suite.cases);
    all.tests += suite.tests;
    all.failures += suite.failures;
    all.errors += suite.errors;
    all.skipped += suite.skipped;
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"softmax workbook\" {}>\n"
      "{}</testsuites>\n",
      all.counts(), suites);
}

}  // namespace softmax::grader
