#include "grader/class/report_lines.hpp"

#include <fmt/format.h>

#include "engine/nearest_name.hpp"
#include "grader/report_text.hpp"

namespace softmax::grader {
namespace {

constexpr Style plain{.width = 100, .colour = false, .ascii = true};

std::string heading(const Mark& mark) {
  return fmt::format("{} {}", mark.folder.substr(0, 2), mark.title);
}

std::string text_of(const Record& record, const Mark& mark) {
  return mark.verdict == Verdict::compile_error ? compile_error_text(mark, plain)
                                                : trouble(record, mark);
}

void add(const Record& record, const Mark& mark, std::vector<ReportLine>& lines) {
  if (mark.tasks.empty()) {
    lines.push_back({heading(mark), mark.verdict, mark.points, mark.most, text_of(record, mark)});
  }
  for (const TaskMark& task : mark.tasks) {
    lines.push_back({heading(mark) + ": " + task.title, task.verdict, task.points, task.most,
                     task_text(task, plain) + mistake_text(task, plain)});
  }
}

}  // namespace

std::vector<ReportLine> report_lines(const Record& record) {
  std::vector<ReportLine> lines;
  for (const Mark& mark : record.exercises) { add(record, mark, lines); }
  return lines;
}

std::string why_unmarked(const Record& record) {
  for (const Mark& mark : record.exercises) {
    if (mark.verdict == Verdict::infrastructure) { return trouble(record, mark); }
  }
  return "";
}

std::string setting_line(const Setting& setting) {
  const std::string layers = setting.layers.empty() ? "none" : joined(setting.layers);
  return fmt::format("softmax workbook {}, {} ({}), seed {}, tier {}, layers {}", setting.grader,
                     setting.compiler, setting.compiler_version, setting.seed, setting.tier,
                     layers);
}

}  // namespace softmax::grader
