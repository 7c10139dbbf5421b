#include "app/exercise/help_command.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>

#include "app/complaint.hpp"
#include "app/exercise/answers.hpp"
#include "app/exercise/check_command.hpp"
#include "app/progress_command.hpp"
#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"
#include "grader/workbook_root.hpp"
#include "lessons/page/blanks.hpp"
#include "lessons/progress/durable_file.hpp"
#include "lessons/progress/store.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

namespace fs = std::filesystem;
using grader::Exercise;
using grader::Task;

const Task& task_of(const Exercise& exercise, const std::string& word) {
  if (word.empty()) { return exercise.tasks.front(); }
  const auto found = std::ranges::find(exercise.tasks, word, &Task::id);
  if (found != exercise.tasks.end()) { return *found; }
  std::vector<std::string> names;
  names.reserve(exercise.tasks.size());
  for (const Task& task : exercise.tasks) { names.push_back(task.id); }
  throw std::invalid_argument(fmt::format("exercise {} has no task {}{}; it has {}",
                                          grader::number(exercise), quotation(word),
                                          did_you_mean(word, names), joined(names)));
}

bool may_see_solution(const HelpCommand& command, const Exercise& exercise) {
  const progress::Progress progress = told(progress::read(progress::path()));
  const auto found = progress.exercises.find(exercise.id);
  if (command.confirmed || (found != progress.exercises.end() && found->second.ever_passed)) {
    return true;
  }
  if (!terminal::is_terminal(STDIN_FILENO) || !terminal::is_terminal(STDOUT_FILENO)) {
    return false;
  }
  terminal::write_output("It has not passed yet. Show the solution all the same? [y/N] ");
  std::string line;
  std::getline(std::cin, line);
  const std::string said(page::without_blanks_around(line));
  return said == "y" || said == "yes";
}

}  // namespace

ExitCode hint(const HelpCommand& command) {
  const Exercise exercise = chosen_exercise(grader::workbook_root(), command.exercise);
  const Task& task = task_of(exercise, command.task);
  int level = 0;
  told(progress::update(progress::path(), [&](progress::Progress& progress) {
    level =
        progress::record_hint(progress, exercise.id, task.id, static_cast<int>(task.hints.size()));
  }));
  const Style style = terminal::output_style();
  std::string text =
      painted_lines(fmt::format("Exercise {}, {}", grader::number(exercise), task.title),
                    Colour::strong, style, 2);
  for (int i = 0; i < level; ++i) {
    text += wrapped(fmt::format("  {}. {}", i + 1, task.hints[static_cast<std::size_t>(i)]),
                    style.width, 5);
  }
  text += level < static_cast<int>(task.hints.size())
              ? wrapped(fmt::format("{} of {}; the same command shows one more", level,
                                    task.hints.size()),
                        style.width, 2)
              : std::string("these are all\n");
  if (command.task.empty() && exercise.tasks.size() > 1) {
    text += wrapped(fmt::format("Of another task: ./workbook hint {} {}", grader::number(exercise),
                                exercise.tasks[1].id),
                    style.width, 2);
  }
  terminal::write_output(text);
  return ExitCode::done;
}

ExitCode solution(const HelpCommand& command) {
  const fs::path root = grader::workbook_root();
  const Exercise exercise = chosen_exercise(root, command.exercise);
  if (!may_see_solution(command, exercise)) {
    return usage(
        fmt::format("exercise {0} has not passed yet: ./workbook solution {0} --yes shows "
                    "its solution all the same",
                    grader::number(exercise)));
  }
  const fs::path file = root / "solutions" / exercise.folder / "answer.cpp";
  const auto bytes = progress::bytes_of(file);
  if (!bytes) { throw std::runtime_error(file.string() + " is missing: copy it back"); }
  told(progress::update(progress::path(), [&](progress::Progress& progress) {
    progress.exercises[exercise.id].solution_shown = true;
  }));
  terminal::write_output(*bytes);
  return ExitCode::done;
}

ExitCode reset_answer(const HelpCommand& command) {
  const fs::path root = grader::workbook_root();
  const Exercise exercise = chosen_exercise(root, command.exercise);
  const auto backup = begin_anew(root, exercise);
  const std::string where = printable(answer_of(root, exercise).string());
  const std::string text = backup ? fmt::format("{} begins anew; what it was is now {}", where,
                                                printable(backup->string()))
                                  : fmt::format("{} begins anew", where);
  terminal::write_output(wrapped(text, terminal::output_style().width, 2));
  return ExitCode::done;
}

}  // namespace softmax::app
