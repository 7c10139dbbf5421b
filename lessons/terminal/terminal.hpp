#pragma once
/// What is known of where the output goes.

#include <cstddef>
#include <string>

#include "engine/style.hpp"

namespace softmax::terminal {

/// Computes: whether standard output (1), error (2) or input (0) is a terminal.
bool is_terminal(int descriptor);

/// Computes: the style for standard output. On a terminal its width (COLUMNS first, then what the
/// terminal says), and colour unless NO_COLOR is set or TERM is "dumb"; elsewhere 112 columns
/// (or COLUMNS) and no colour. Bars are ASCII unless the locale is of UTF-8.
Style output_style();

/// Throws: std::invalid_argument, one line, where the style is too narrow for lessons.
void require_width(const Style& style);

/// Computes: how many lines the terminal has (LINES first, then what it says, else 24).
std::size_t rows_of_terminal();

/// Computes: what clears the terminal of standard output; a line end where it is a "dumb" one, or
/// none.
std::string clear_screen();

}  // namespace softmax::terminal
