#include "app/exercise/list_command.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "grader/exercise.hpp"
#include "grader/workbook_root.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/progress/store.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

using grader::Exercise;

std::string came_of(const progress::Progress& progress, const Exercise& exercise) {
  const auto found = progress.exercises.find(exercise.id);
  if (found == progress.exercises.end() || found->second.checks == 0) { return ""; }
  return found->second.ever_passed ? "passed" : fmt::format("{} points", found->second.points);
}

std::string as_lines(const std::vector<Exercise>& all) {
  const progress::Progress progress = progress::read(progress::path()).progress;
  const Style style = terminal::output_style();
  std::size_t widest = 0;
  for (const Exercise& exercise : all) { widest = std::max(widest, exercise.title.size()); }
  std::string text;
  for (const Exercise& exercise : all) {
    const std::string came = came_of(progress, exercise);
    std::string line = fmt::format("  {}  {:<{}}  {:>2} min  {}", grader::number(exercise),
                                   exercise.title, widest, exercise.minutes, came);
    line.erase(line.find_last_not_of(' ') + 1);
    text += painted_lines(line, came == "passed" ? Colour::good : Colour::plain, style, 6);
  }
  return text + "\n" +
         wrapped("Begin with ./workbook next; look at one with ./workbook check 3", style.width, 2);
}

std::string as_page(const std::vector<Exercise>& all) {
  std::string text =
      "# The exercises\n\n"
      "You write softmax yourself, a stage at a time. `./workbook next` begins an answer and says\n"
      "which file to edit; `./workbook watch` looks at it each time you save: what is not right "
      "yet,\non which input, by how much, and which mistake it looks like.\n\n"
      "| | exercise | lesson | minutes | points |\n| --: | -- | -- | --: | --: |\n";
  for (const Exercise& exercise : all) {
    const lessons::Lesson& lesson = lessons::find(exercise.lesson);
    text += fmt::format(
        "| {} | [{}]({}/README.md) | [{}. {}](../lessons/{}/README.md) | {} | {} |\n",
        grader::number(exercise), exercise.title, exercise.folder, lesson.number, lesson.title,
        lessons::folder(lesson), exercise.minutes, grader::points(exercise));
  }
  return text;
}

}  // namespace

ExitCode list_exercises(bool markdown) {
  const std::vector<Exercise> all = grader::exercises(grader::workbook_root());
  terminal::write_output(markdown ? as_page(all) : as_lines(all));
  return ExitCode::done;
}

}  // namespace softmax::app
