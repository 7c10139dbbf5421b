#pragma once
/// What is known of where the output goes.

#include "engine/style.hpp"

namespace softmax::terminal {

/// Computes: whether standard output (1), error (2) or input (0) is a terminal.
bool is_terminal(int descriptor);

/// Computes: the style for standard output. On a terminal its width (COLUMNS first, then what the
/// terminal says), and colour unless NO_COLOR is set or TERM is "dumb"; elsewhere 112 columns
/// (or COLUMNS) and no colour. Bars are ASCII unless the locale is of UTF-8.
Style output_style();

}  // namespace softmax::terminal
