#pragma once
/// The command line: from words to a command.

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Does: what the command line asks for. Prints messages for bad input on standard error.
ExitCode main_command(int count, const char* const* words);

}  // namespace softmax::app
