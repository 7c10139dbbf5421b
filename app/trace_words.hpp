#pragma once
/// `workbook trace`, from words to the command.

#include <string>
#include <vector>

#include "app/trace_command.hpp"

namespace softmax::app {

struct TraceWords {
  TraceCommand command;
  std::string help;  ///< not empty where it was asked for: then there is no command
};

/// Computes: what the words after `trace` ask for.
/// Throws: std::invalid_argument for words that are no command.
TraceWords read_trace_words(const std::vector<std::string>& words);

}  // namespace softmax::app
