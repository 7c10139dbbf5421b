#include "app/exercise/author_command.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

#include "engine/quotation.hpp"
#include "grader/gate.hpp"
#include "grader/new_exercise.hpp"
#include "grader/trees.hpp"
#include "grader/workbook_root.hpp"
#include "lessons/terminal/output.hpp"
#include "lessons/terminal/terminal.hpp"

namespace softmax::app {
namespace {

/// One line that is overwritten, on a terminal; elsewhere nothing.
void show_step(const std::string& line) {
  if (terminal::is_terminal(STDERR_FILENO)) { fmt::print(stderr, "\r\033[K{}", line); }
}

}  // namespace

ExitCode verify(const VerifyCommand& command) {
  const auto root = grader::workbook_root();
  grader::GateSettings settings;
  if (command.quick) {
    settings.toolchains = {{}};
    settings.wrong_answers = false;
  }
  if (command.clang) {
    settings.toolchains.push_back({"clang++-19", "-O0"});
    settings.toolchains.push_back({"clang++-19", "-O2"});
  }
  settings.progress = show_step;
  std::vector<std::string> faults = grader::faults_of_trees(root);
  const std::vector<grader::Exercise> exercises =
      grader::chosen(grader::exercises(root), command.exercises);
  for (const grader::Exercise& exercise : exercises) {
    const std::vector<std::string> more = grader::faults_of(root, exercise, settings);
    faults.insert(faults.end(), more.begin(), more.end());
  }
  show_step("");
  for (const std::string& fault : faults) { terminal::write_output(printable(fault) + "\n"); }
  terminal::write_output(fmt::format("{} exercises, {} faults\n", exercises.size(), faults.size()));
  return faults.empty() ? ExitCode::done : ExitCode::not_right_yet;
}

ExitCode new_exercise(const std::string& folder) {
  const std::vector<std::string> made = grader::make_exercise(grader::workbook_root(), folder);
  std::string text;
  for (const std::string& file : made) { text += "  " + file + "\n"; }
  terminal::write_output(
      text + fmt::format("Write them in this order; ./workbook verify-exercises {} tells what is "
                         "still missing.\n",
                         folder));
  return ExitCode::done;
}

}  // namespace softmax::app
