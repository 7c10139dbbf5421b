#include "grader/report_text.hpp"

#include <fmt/format.h>

#include "engine/quotation.hpp"
#include "grader/compiler_words.hpp"

namespace softmax::grader {
namespace {

std::string mark_of(const TaskMark& task) {
  if (task.verdict == Verdict::pass) { return "right"; }
  return task.verdict == Verdict::skipped ? "left" : "wrong";
}

Colour colour_of(const TaskMark& task) {
  if (task.verdict == Verdict::pass) { return Colour::good; }
  return task.verdict == Verdict::skipped ? Colour::faint : Colour::bad;
}

std::string indented(const std::string& text, const Style& style, std::size_t indent) {
  return wrapped(std::string(indent, ' ') + text, style.width, indent);
}

std::string detail(const CheckMark& check, const Style& style) {
  const std::string call = printable(check.first.call);
  std::string text = indented(fmt::format("{}", call), style, 6);
  text += indented(printable(check.first.words), style, 6);
  if (check.cases > 1) {
    text += indented(fmt::format("{} of its {} cases", check.failed, check.cases), style, 6);
  }
  return text;
}

}  // namespace

std::string task_text(const TaskMark& task, const Style& style) {
  const std::string line =
      fmt::format("  {:<6} {}: {} of {} points", mark_of(task), task.title, task.points, task.most);
  std::string text = painted_lines(line, colour_of(task), style, 9);
  if (!task.skipped_for.empty()) {
    return text + indented(fmt::format("skipped, because {} is not right yet", task.skipped_for),
                           style, 4);
  }
  bool first = true;
  for (const CheckMark& check : task.checks) {
    if (check.verdict == Verdict::pass) { continue; }
    text += indented("not so: " + check.sentence, style, 4);
    if (first) { text += detail(check, style); }
    first = false;
  }
  return text;
}

std::string mistake_text(const TaskMark& task, const Style& style) {
  if (!task.mistake) { return ""; }
  const std::string seen =
      task.mistake->thread.empty() ? "" : fmt::format(" (So did {}.)", task.mistake->thread);
  return indented("It behaves just like this mistake: " + task.mistake->sentence + seen, style, 4);
}

std::string compile_error_text(const Mark& mark, const Style& style) {
  const FirstError error = first_error(mark.diagnostics);
  std::string text = painted_lines(
      error.place.empty() ? "  It does not link." : "  It does not compile: " + error.place,
      Colour::bad, style, 4);
  text += indented(printable(error.words), style, 4);
  text += error.source;
  if (!error.note.empty()) { text += indented(error.note, style, 4); }
  return text;
}

std::string total_text(const Mark& mark, const Style& style) {
  const bool passed = mark.verdict == Verdict::pass;
  return painted_lines(fmt::format("{}: {} of {} points.", passed ? "Passed" : "Not right yet",
                                   mark.points, mark.most),
                       passed ? Colour::good : Colour::bad, style, 2);
}

}  // namespace softmax::grader
