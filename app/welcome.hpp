#pragma once
/// `workbook` without a command: the overflow of the lesson, and what to try next.

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

ExitCode welcome();

}  // namespace softmax::app
