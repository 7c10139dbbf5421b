#include "app/command_line.hpp"

#include <fmt/format.h>

#include <span>
#include <string>
#include <vector>

#include "app/complaint.hpp"
#include "app/exercise/check_command.hpp"
#include "app/exercise_words.hpp"
#include "app/grade_words.hpp"
#include "app/home.hpp"
#include "app/lesson_words.hpp"
#include "app/package_words.hpp"
#include "app/progress_command.hpp"
#include "app/trace_command.hpp"
#include "engine/given.hpp"
#include "engine/nearest_name.hpp"
#include "engine/quotation.hpp"
#include "grader/exercise.hpp"
#include "grader/version.hpp"
#include "grader/workbook_root.hpp"
#include "lessons/guide/glossary.hpp"
#include "lessons/guide/instructor.hpp"
#include "lessons/terminal/output.hpp"

namespace softmax::app {
namespace {

/// A command that takes no words.
ExitCode alone(const std::vector<std::string>& words, ExitCode (*command)()) {
  if (words.size() == 1) { return command(); }
  return usage(fmt::format("{} takes no words: write ./workbook {}", words[0], words[0]));
}

void print_help() {
  terminal::write_output(
      "The softmax workbook: watch one softmax go by, stage by stage.\n\n"
      "  ./workbook                     the lessons, and where you are in them\n"
      "  ./workbook lesson [LESSON]     read one, such as 3 (./workbook lesson --help)\n"
      "  ./workbook quiz [LESSON]       its questions alone (./workbook quiz --help)\n"
      "  ./workbook trace LOGITS...     trace a softmax (./workbook trace --help)\n"
      "  ./workbook exercises           all of them, and which have passed\n"
      "  ./workbook next                the next exercise: what it asks, which file to edit\n"
      "  ./workbook check [EXERCISE]    is the answer right? (watch: at every save)\n"
      "  ./workbook hint [EXERCISE]     a hint, each time one more (solution: our own answer)\n"
      "  ./workbook grade PATH...       mark what a class handed in (./workbook grade --help)\n"
      "  ./workbook package SYSTEM      a bundle with which Gradescope or PrairieLearn grades\n"
      "  ./workbook progress            what you have done, and the file that keeps it\n"
      "  ./workbook reset [EXERCISE]    forget all progress, or begin one answer anew (a backup is "
      "kept)\n"
      "  ./workbook glossary            the terms and formulas on one page\n"
      "  ./workbook instructor          schedules, notes and common mistakes, for a class\n"
      "  ./workbook verify-exercises    for authors: are the exercises as they promise to be?\n"
      "  ./workbook new-exercise NAME   for authors: the files of a new one, such as 18_topic\n"
      "  ./workbook --version\n");
}

/// Exercises that cannot be read have no names; what was done is shown all the same.
ExitCode progress_with_names() {
  std::vector<ExerciseName> names;
  try {
    for (const grader::Exercise& exercise : grader::exercises(grader::workbook_root())) {
      names.push_back({exercise.id, exercise.folder, grader::points(exercise)});
    }
  } catch (const std::invalid_argument&) { names.clear(); }
  return show_progress(names);
}

ExitCode print_glossary() {
  terminal::write_output(guide::glossary());
  return ExitCode::done;
}

ExitCode print_instructor_guide() {
  terminal::write_output(guide::instructor_guide());
  return ExitCode::done;
}

ExitCode dispatch(const std::vector<std::string>& words) {
  if (words.empty()) { return home(); }
  const std::string& command = words[0];
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  if (command == "trace") { return trace_from_words(rest); }
  if (command == "lesson") { return lesson_from_words(rest); }
  if (command == "quiz") { return quiz_from_words(rest); }
  if (command == "progress") { return alone(words, progress_with_names); }
  if (command == "reset" && words.size() == 1) { return reset_progress(); }
  if (command == "next") { return alone(words, next_exercise); }
  for (const char* of_exercises : {"exercises", "check", "watch", "hint", "solution", "reset",
                                   "verify-exercises", "new-exercise"}) {
    if (command == of_exercises) { return exercise_from_words(words); }
  }
  if (command == "grade") { return grade_from_words(rest); }
  if (command == "package") { return package_from_words(rest); }
  if (command == "glossary") { return alone(words, print_glossary); }
  if (command == "instructor") { return alone(words, print_instructor_guide); }
  if (command == "--help" || command == "-h" || command == "help") {
    print_help();
    return ExitCode::done;
  }
  if (command == "--version") {
    terminal::write_output(fmt::format("softmax workbook {}\n", grader::version));
    return ExitCode::done;
  }
  if (Given::is_number(command)) {
    return usage("numbers need a command before them: ./workbook trace " + command +
                 (words.size() > 1 ? " ..." : ""));
  }
  return usage(
      fmt::format("unknown command {}{} (see ./workbook --help)", quotation(command),
                  did_you_mean(command, {"lesson", "quiz", "trace", "exercises", "next", "check",
                                         "watch", "hint", "solution", "grade", "package",
                                         "progress", "reset", "glossary", "instructor", "help"})));
}

}  // namespace

ExitCode main_command(int count, const char* const* words) {
  const std::span all(words, static_cast<std::size_t>(count));
  return guarded([&] { return dispatch({all.begin() + 1, all.end()}); });
}

}  // namespace softmax::app
