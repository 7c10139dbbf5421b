#pragma once
/// The one way to standard output.

#include <string_view>

namespace softmax::terminal {

/// Does: writes the text and flushes it.
/// Throws: std::runtime_error if not all of it could be written (a full disk, a closed pipe).
void write_output(std::string_view text);

}  // namespace softmax::terminal
