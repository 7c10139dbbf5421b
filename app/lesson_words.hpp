#pragma once
/// `workbook lesson` and `workbook quiz`, from words to the command.

#include <string>
#include <vector>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Does: what the words after `lesson`, or after `quiz`, ask for.
/// Throws: std::invalid_argument and InputError for bad input.
ExitCode lesson_from_words(const std::vector<std::string>& words);
ExitCode quiz_from_words(const std::vector<std::string>& words);

}  // namespace softmax::app
