#pragma once
/// The one way to standard output.

#include <string>
#include <string_view>

#include "engine/style.hpp"

namespace softmax::terminal {

/// Does: writes the text and flushes it.
/// Throws: std::runtime_error if not all of it could be written (a full disk, a closed pipe).
void write_output(std::string_view text);

/// Computes: what can be typed, in lines, and a blank, in front of which the terminal waits. The
/// blank has room too.
std::string prompt(const std::string& keys, const Style& style);

}  // namespace softmax::terminal
