#pragma once
/// What is said of bad input and of trouble: one line on standard error, and an exit code.

#include <functional>
#include <string>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Does: says the message in one line, whatever it holds: control characters are spelled out. Where
/// standard error is closed or full the exit code alone tells. Returns: the code.
ExitCode complain(const std::string& message, ExitCode code);

/// Does: complains of bad input.
ExitCode usage(const std::string& message);

/// Does: the command; what it throws becomes a complaint: std::invalid_argument and InputError are
/// bad input, all else is trouble beneath.
ExitCode guarded(const std::function<ExitCode()>& command);

}  // namespace softmax::app
