#pragma once
/// What is said of bad input and of trouble: one line on standard error, and an exit code.

#include <functional>
#include <string>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// One line, and the exit code that goes with it.
struct Complaint {
  std::string line;
  ExitCode code;
};

/// Computes: what is to be said of the exception that is being handled: std::invalid_argument and
/// InputError are bad input, every other std::exception is trouble beneath. The line has no control
/// character. Domain: within a catch. Throws: what is no std::exception.
Complaint complaint_of_exception();

/// Does: says the message in one line, whatever it holds: control characters are spelled out. Where
/// standard error is closed or full the exit code alone tells. Returns: the code.
ExitCode complain(const std::string& message, ExitCode code);

/// Does: complains of bad input.
ExitCode usage(const std::string& message);

/// Does: the command; what it throws becomes a complaint.
ExitCode guarded(const std::function<ExitCode()>& command);

}  // namespace softmax::app
