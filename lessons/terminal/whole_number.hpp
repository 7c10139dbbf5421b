#pragma once
/// Whole numbers as a person types them: digits and nothing else.

#include <cstddef>
#include <optional>
#include <string_view>

namespace softmax::terminal {

/// Computes: the number that the digits write; empty if there is none, if anything is no digit, or
/// if it is more than a size_t holds.
std::optional<std::size_t> whole_number(std::string_view text);

}  // namespace softmax::terminal
