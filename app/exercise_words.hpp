#pragma once
/// From words to the commands about exercises.

#include <string>
#include <vector>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Does: the command that `words` begins with: exercises, check, watch, hint, solution, reset,
/// verify-exercises or new-exercise.
/// Throws: std::invalid_argument, one line.
ExitCode exercise_from_words(const std::vector<std::string>& words);

}  // namespace softmax::app
