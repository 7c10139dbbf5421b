#pragma once
/// `workbook exercises`: all of them, and which have passed.

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Does: prints a line an exercise: number, title, minutes, and what came of it; or the page
/// exercises/README.md, which is the same for everybody.
ExitCode list_exercises(bool markdown);

}  // namespace softmax::app
