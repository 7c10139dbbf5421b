#pragma once
/// `workbook trace`: one softmax, stage by stage.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

enum class Output : unsigned char { text, json, csv, markdown };

/// The command as it was written: words, not yet checked.
struct TraceCommand {
  std::vector<std::string> logits;
  std::optional<std::string> file;  ///< "-" is standard input
  std::optional<std::size_t> row;   ///< of a two-dimensional file
  std::string algorithms = "unshifted,shifted";
  std::string format = "binary32";
  std::optional<std::string> accumulator;  ///< the format itself, if not said
  std::string order = "sequential";
  std::string temperature = "1";
  std::string temperature_order = "subtract_first";
  std::string exp = "correctly_rounded";
  std::optional<std::size_t> top;
  std::optional<std::size_t> element;  ///< the ledger's
  std::optional<std::string> compare;  ///< a list, or a file
  std::vector<std::string> fixed;      ///< the options that were written, by their long names
  Output output = Output::text;
  bool step = false;
  bool witness = false;
};

/// Does: the trace, and prints it. Throws: std::invalid_argument and InputError for bad input.
ExitCode run(const TraceCommand& command);

/// Does: the trace that the words after `trace` ask for, or prints their --help.
/// Throws: the same.
ExitCode trace_from_words(const std::vector<std::string>& words);

}  // namespace softmax::app
