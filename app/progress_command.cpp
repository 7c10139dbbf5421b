#include "app/progress_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

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

}  // namespace

std::string progress_text(const std::filesystem::path& file, const progress::Progress& progress) {
  const std::string where = printable(file.string());
  if (progress == progress::Progress{}) { return where + "\nnothing is recorded yet\n"; }
  const std::string lessons = lesson_lines(progress);
  return where + "\n" + totals(progress) + (lessons.empty() ? "" : "\n") + lessons;
}

ExitCode show_progress() {
  const std::filesystem::path file = progress::path();
  const progress::Reading reading = progress::read(file);
  if (reading.message) {
    static_cast<void>(std::fputs(fmt::format("workbook: {}\n", *reading.message).c_str(), stderr));
  }
  terminal::write_output(progress_text(file, reading.progress));
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
