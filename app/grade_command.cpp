#include "app/grade_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "app/complaint.hpp"
#include "app/progress.hpp"
#include "app/whole_file.hpp"
#include "engine/quotation.hpp"
#include "grader/class/reports.hpp"
#include "grader/class/summary.hpp"
#include "grader/sandbox/tier.hpp"
#include "grader/workbook_root.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

using grader::Exercise;
using grader::Graded;
using grader::Grading;
using grader::ReportFormat;
using grader::Submission;

struct Report {
  const ReportFormat& format;
  std::string file;
};

Report report_of(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos || equals + 1 == word.size()) {
    throw std::invalid_argument(
        fmt::format("--report {}: write FORMAT=FILE, as in html=class.html", quotation(word)));
  }
  Report report{grader::report_format(word.substr(0, equals)), word.substr(equals + 1)};
  if (report.file != "-") { require_place_for(report.file); }
  return report;
}

/// What could not be done when all is graded is said before.
std::vector<Report> reports_of(const GradeCommand& command, std::size_t submissions) {
  std::vector<Report> reports;
  reports.reserve(command.reports.size());
  for (const std::string& word : command.reports) {
    reports.push_back(report_of(word));
    if (reports.back().format.of_one && submissions != 1) {
      throw std::invalid_argument(fmt::format("{} is the report of one submission, and here are {}",
                                              reports.back().format.name, submissions));
    }
  }
  return reports;
}

void tell(const std::vector<Report>& reports, const std::vector<grader::Record>& records) {
  for (const Report& report : reports) {
    const std::string text = report.format.write(records);
    if (report.file == "-") {
      terminal::write_output(text);
    } else {
      write_whole(report.file, text);
    }
  }
  if (reports.empty()) {
    terminal::write_output(grader::summary(records, terminal::output_style()));
  }
}

ExitCode interrupted(const GradeCommand& command, const Graded& graded) {
  // Where the signal struck the compiler too, a record says that it failed, and is no mark.
  const auto failed = std::ranges::count_if(graded.records, grader::unmarked);
  const std::size_t ended = graded.records.size();
  return complain(fmt::format("interrupted: {} of {} are graded{}",
                              ended - static_cast<std::size_t>(failed), ended + graded.left,
                              command.journal ? "; the same command goes on with the others"
                                              : ", and no --journal keeps them"),
                  ExitCode::infrastructure);
}

ExitCode finished(const std::vector<grader::Record>& records) {
  const auto failed = std::ranges::count_if(records, grader::unmarked);
  if (failed == 0) { return ExitCode::done; }
  const auto first = std::ranges::find_if(records, grader::unmarked);
  const auto mark =
      std::ranges::find(first->exercises, grader::Verdict::infrastructure, &grader::Mark::verdict);
  return complain(fmt::format("{} could not be graded; of {}: {}", failed, first->submission,
                              mark->diagnostics.substr(0, mark->diagnostics.find('\n'))),
                  ExitCode::infrastructure);
}

void say_passed_over(const std::vector<std::string>& names) {
  if (names.empty()) { return; }
  complain(fmt::format("passed over, for it is neither a folder nor an archive: {}{}", names[0],
                       names.size() > 1 ? fmt::format(" (and {} more)", names.size() - 1) : ""),
           ExitCode::done);
}

/// Somebody else's code is not run with limits alone.
grader::Tier strong_tier() {
  const grader::Tier best = grader::best_tier();
  if (best != grader::Tier::bare) { return best; }
  throw std::runtime_error(fmt::format(
      "there is no sandbox here that may hold another's code: {}; and {}",
      grader::why_not(grader::Tier::namespaces), grader::why_not(grader::Tier::container)));
}

}  // namespace

ExitCode run(const GradeCommand& command) {
  const std::filesystem::path root = grader::workbook_root();
  const std::vector<Exercise> all = grader::exercises(root);
  Grading grading;
  const grader::Tier tier = strong_tier();
  grader::require_hidden(root, tier);
  grading.marking = {root, grader::parts_for(root, tier), tier, {}, command.seed};
  grading.exercises = grader::chosen(all, command.exercises);
  grading.setting = grader::setting_of(grading.marking, grading.exercises);
  grading.jobs = command.jobs;
  if (const Progress line = progress_line("grading")) { grading.progress = line; }
  const grader::Found found = grader::find_submissions(command.paths, all, grading.exercises);
  const std::vector<Submission> submissions = grader::in_shard(found.submissions, command.shard);
  const std::vector<Report> reports = reports_of(command, submissions.size());
  say_passed_over(found.passed_over);
  std::optional<grader::Journal> journal;
  if (command.journal) { journal.emplace(*command.journal, grading.setting); }
  grading.journal = journal ? &*journal : nullptr;
  const Graded graded = grader::grade(grading, submissions);
  if (graded.left > 0) { return interrupted(command, graded); }
  tell(reports, graded.records);
  return finished(graded.records);
}

}  // namespace softmax::app
