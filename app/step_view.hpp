#pragma once
/// `workbook trace --step`: a trace one value at a time, on a terminal.

#include <cstddef>
#include <istream>
#include <string>

#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax::app {

/// What a typed line asks for.
enum class StepKey : unsigned char {
  next_element,
  previous_element,
  next_stage,
  previous_stage,
  next_run,
  jump,
  quit,
  help,
};

/// Computes: the key of a line: Enter or n, b, s, S, a, a stage's name (jump), q; anything else
/// is help.
StepKey step_key(const std::string& line, const Run& run);

/// Computes: the screen for one value: where it stands, what it was made from, what it came to.
std::string step_screen(const Trace& trace, const Run& run, std::size_t stage, std::size_t element,
                        const Style& style);

/// Does: shows values and obeys keys read from `input`, until quit or the end of the input.
void step_through(const Trace& trace, const Style& style, std::istream& input);

}  // namespace softmax::app
