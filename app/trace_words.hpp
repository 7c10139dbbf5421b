#pragma once
/// `workbook trace`, from words to the command.

#include <string>
#include <vector>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Does: the trace that the words after `trace` ask for.
/// Throws: std::invalid_argument and InputError for bad input.
ExitCode trace_from_words(const std::vector<std::string>& words);

}  // namespace softmax::app
