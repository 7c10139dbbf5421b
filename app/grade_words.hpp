#pragma once
/// From words to the command that grades a class.

#include <string>
#include <vector>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Does: grade, as the words after it say. Throws: std::invalid_argument, one line.
ExitCode grade_from_words(const std::vector<std::string>& words);

}  // namespace softmax::app
