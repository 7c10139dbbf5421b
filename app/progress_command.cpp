#include "app/progress_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>

#include "engine/quotation.hpp"
#include "lessons/progress/store.hpp"
#include "lessons/terminal/output.hpp"

namespace softmax::app {
namespace {

std::string counted(std::size_t count, const char* what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string totals(const progress::Progress& progress) {
  return fmt::format("{} finished of {} begun, {} right of {}\n",
                     counted(finished_lessons(progress), "lesson"), progress.lessons.size(),
                     counted(right_answers(progress), "answer"), progress.answers.size());
}

std::string place_text(const progress::Place& place) {
  if (place.finished) { return "finished"; }
  return place.idea.empty() ? "begun" : "at " + printable(place.idea);
}

std::string lesson_lines(const progress::Progress& progress) {
  std::size_t widest = 0;
  for (const auto& [id, place] : progress.lessons) { widest = std::max(widest, id.size()); }
  std::string lines;
  for (const auto& [id, place] : progress.lessons) {
    const char* latest = id == progress.latest ? " (latest)" : "";
    lines += fmt::format("  {:<{}}  {}{}\n", printable(id), widest, place_text(place), latest);
  }
  return lines;
}

/// "passed, 10 of 10 points, 2 hints"; of an exercise that is not known any more, its points alone.
std::string attempts_text(const progress::Attempts& attempts, int most) {
  std::string text = attempts.ever_passed ? "passed" : "";
  const auto add = [&](const std::string& more) { text += (text.empty() ? "" : ", ") + more; };
  const std::string all = most > 0 ? fmt::format(" of {}", most) : "";
  if (attempts.checks > 0) { add(fmt::format("{}{} points", attempts.points, all)); }
  std::size_t hints = 0;
  for (const auto& [task, given] : attempts.hints) { hints += static_cast<std::size_t>(given); }
  if (hints > 0) { add(counted(hints, "hint")); }
  if (attempts.solution_shown) { add("solution shown"); }
  return text.empty() ? "begun" : text;
}

/// In the order of their names.
std::map<std::string, std::string> exercise_texts(const progress::Progress& progress,
                                                  const std::vector<ExerciseName>& exercises) {
  std::map<std::string, std::string> texts;
  for (const auto& [id, attempts] : progress.exercises) {
    const auto known = std::ranges::find(exercises, id, &ExerciseName::id);
    const bool is_known = known != exercises.end();
    texts[is_known ? known->name : printable(id)] =
        attempts_text(attempts, is_known ? known->points : 0);
  }
  return texts;
}

std::string exercise_lines(const progress::Progress& progress,
                           const std::vector<ExerciseName>& exercises) {
  const std::map<std::string, std::string> texts = exercise_texts(progress, exercises);
  std::size_t widest = 0;
  for (const auto& [name, text] : texts) { widest = std::max(widest, name.size()); }
  std::string lines;
  for (const auto& [name, text] : texts) {
    lines += fmt::format("  {:<{}}  {}\n", name, widest, text);
  }
  return lines;
}

std::string exercise_totals(const progress::Progress& progress) {
  if (progress.exercises.empty()) { return ""; }
  const auto passed = std::ranges::count_if(
      progress.exercises, [](const auto& exercise) { return exercise.second.ever_passed; });
  return fmt::format("{} passed of {} begun\n",
                     counted(static_cast<std::size_t>(passed), "exercise"),
                     progress.exercises.size());
}

}  // namespace

std::string progress_text(const std::filesystem::path& file, const progress::Progress& progress,
                          const std::vector<ExerciseName>& exercises) {
  const std::string where = printable(file.string());
  if (progress == progress::Progress{}) { return where + "\nnothing is recorded yet\n"; }
  std::string text = where + "\n" + totals(progress) + exercise_totals(progress);
  for (const std::string& lines : {lesson_lines(progress), exercise_lines(progress, exercises)}) {
    text += (lines.empty() ? "" : "\n") + lines;
  }
  return text;
}

progress::Progress told(const progress::Reading& reading) {
  if (reading.message) {
    static_cast<void>(std::fputs(fmt::format("workbook: {}\n", *reading.message).c_str(), stderr));
  }
  return reading.progress;
}

ExitCode show_progress(const std::vector<ExerciseName>& exercises) {
  const std::filesystem::path file = progress::path();
  terminal::write_output(progress_text(file, told(progress::read(file)), exercises));
  return ExitCode::done;
}

ExitCode reset_progress() {
  const std::filesystem::path file = progress::path();
  const std::string where = printable(file.string());
  const auto backup = progress::reset(file);
  terminal::write_output(backup ? fmt::format("{} is now {}; progress begins anew\n", where,
                                              printable(backup->string()))
                                : fmt::format("{} is not there: nothing to reset\n", where));
  return ExitCode::done;
}

}  // namespace softmax::app
