#include "grader/class/record.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/quotation.hpp"
#include "grader/compiler_words.hpp"

namespace softmax::grader {
namespace {

constexpr std::size_t most_diagnostics = 16384;

/// Whole lines, as many as there is room for.
std::string printable_lines(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = printable(text.substr(at, end - at)) + "\n";
    if (result.size() + line.size() > most_diagnostics) { return result + "...\n"; }
    result += line;
    at = end + 1;
  }
  return result;
}

void make_printable(CheckMark& check) {
  Finding& first = check.first;
  for (std::string* text : {&first.kind, &first.call, &first.words, &first.stage}) {
    *text = printable(*text);
  }
}

}  // namespace

bool unmarked(const Record& record) {
  return std::ranges::find(record.exercises, Verdict::infrastructure, &Mark::verdict) !=
         record.exercises.end();
}

Verdict verdict(const Record& record) {
  if (unmarked(record)) { return Verdict::infrastructure; }
  const auto failed = std::ranges::find_if(
      record.exercises, [](const Mark& mark) { return mark.verdict != Verdict::pass; });
  return failed == record.exercises.end() ? Verdict::pass : failed->verdict;
}

int points(const Record& record) {
  int sum = 0;
  for (const Mark& mark : record.exercises) { sum += mark.points; }
  return sum;
}

int most(const Record& record) {
  int sum = 0;
  for (const Mark& mark : record.exercises) { sum += mark.most; }
  return sum;
}

int measured_points(const Record& record) {
  int sum = 0;
  for (const Speed& speed : record.speeds) { sum += speed.points; }
  return sum;
}

Mark mark_without_tasks(const Exercise& exercise, Seed seed, Verdict verdict,
                        const std::string& diagnostics) {
  return {exercise.folder, exercise.id, exercise.title, seed, verdict, 0, points(exercise),
          diagnostics,     {}};
}

Mark portable(Mark mark, const Marking& marking) {
  mark.diagnostics =
      printable_lines(without_places(mark.diagnostics, {marking.parts, marking.root}));
  for (TaskMark& task : mark.tasks) {
    for (CheckMark& check : task.checks) { make_printable(check); }
  }
  return mark;
}

std::string trouble(const Record& record, const Mark& mark) {
  switch (mark.verdict) {
    case Verdict::pass:
      return "";
    case Verdict::missing:
      return "no answer was handed in";
    case Verdict::refused:
      return "it was refused: " + record.refused;
    case Verdict::compile_error:
      return "it does not compile:\n" + mark.diagnostics;
    case Verdict::infrastructure:
      return "the grader failed, and not the answer: grade it again\n" + mark.diagnostics;
    default:
      return std::string(name(mark.verdict)) + "\n" + mark.diagnostics;
  }
}

}  // namespace softmax::grader
