#include "grader/report_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <vector>

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

/// A line in columns, one for each character.
std::vector<std::string> characters(const std::string& line) {
  std::vector<std::string> result;
  for (const char byte : line) {
    const bool goes_on = (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
    if (!goes_on || result.empty()) { result.emplace_back(); }
    result.back() += byte;
  }
  return result;
}

/// So many columns of a line, from `begin`.
std::string columns_of(const std::string& line, std::size_t begin, std::size_t count) {
  const std::vector<std::string> all = characters(line);
  std::string part;
  for (std::size_t i = begin; i < std::min(all.size(), begin + count); ++i) { part += all[i]; }
  return part;
}

/// The compiler's quotation, "   12 |   float x" and "      |   ^~". Where it is wider than the
/// terminal, both lines are cut alike, and the caret stays.
std::string quoted(const std::string& source, const Style& style) {
  const std::size_t bar = source.find(" | ");
  if (bar == std::string::npos) { return ""; }
  const std::size_t margin = bar + 3;
  const std::size_t room = style.width > margin ? style.width - margin : 1;
  const std::size_t second = source.find('\n') + 1;
  const std::size_t caret = source.find('^', second);
  const std::size_t at = caret == std::string::npos ? 0 : caret - second - margin;
  const std::size_t begin = at < room ? 0 : at - room / 2;
  std::string text;
  std::istringstream lines(source);
  for (std::string line; std::getline(lines, line);) {
    const std::string body = line.size() > margin ? printable(line.substr(margin)) : "";
    text += line.substr(0, margin) + columns_of(body, begin, room) + "\n";
  }
  return text;
}

std::string detail(const CheckMark& check, const Style& style) {
  const std::string call = printable(check.first.call);
  std::string text = indented(fmt::format("{}", call), style, 6);
  text += indented(printable(check.first.words), style, 6);
  if (!check.first.stage.empty()) {
    text += indented("It leaves the trace at " + printable(check.first.stage), style, 6);
  }
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
  text += quoted(error.source, style);
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
