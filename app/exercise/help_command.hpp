#pragma once
/// `workbook hint`, `solution` and `reset NN`: help with an exercise, and a fresh start.

#include <string>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

struct HelpCommand {
  std::string exercise;  ///< its number or name; empty: the first that has not passed
  std::string task;      ///< of a hint; empty: the first task
  bool confirmed = false;
};

/// Does: prints the hints of the task that were given before and one more, and records it.
/// Throws: std::invalid_argument: no such exercise or task.
ExitCode hint(const HelpCommand& command);

/// Does: prints the solution, if the exercise has passed or the reader confirms (a question on a
/// terminal, --yes elsewhere). Returns: usage where it is not confirmed.
ExitCode solution(const HelpCommand& command);

/// Does: puts the skeleton in the place of the answer, which is kept as a backup.
ExitCode reset_answer(const HelpCommand& command);

}  // namespace softmax::app
