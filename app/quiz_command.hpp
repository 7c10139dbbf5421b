#pragma once
/// `workbook quiz [NN]`: the questions at the end of the lessons, alone.

#include <optional>
#include <string>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

struct QuizCommand {
  std::string lesson;                  ///< its number or id; empty is all lessons
  std::optional<std::string> answers;  ///< a filled-in sheet to grade; "-" is standard input
  bool json = false;                   ///< print the sheet, or its grades, as JSON
};

/// Does: on a terminal asks the questions, keeps score, and remembers the answers; of all lessons
/// it asks what was not yet answered right. Elsewhere prints them, the answers at the end.
/// Returns: not_right_yet if a sheet that was graded is not all right.
/// Throws: std::invalid_argument: no such lesson; a terminal that is too narrow; a sheet that is
/// none.
ExitCode run(const QuizCommand& command);

}  // namespace softmax::app
