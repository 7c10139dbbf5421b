#pragma once
/// The pieces of a JSON text that is written by hand, so that its order and digits are ours.

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace softmax {

/// Computes: the text between quotes. Domain: plain text, such as every name, number and word of a
/// trace is: no quote, no backslash, no control character.
inline std::string quoted(std::string_view plain) { return fmt::format("\"{}\"", plain); }

}  // namespace softmax
