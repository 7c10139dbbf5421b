#pragma once
/// What was typed, without the blanks around it.

#include <string_view>

namespace softmax::page {

/// Computes: the text from its first to its last character that is no blank, tab or carriage
/// return.
constexpr std::string_view without_blanks_around(std::string_view text) {
  constexpr std::string_view blanks = " \t\r";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) { return {}; }
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace softmax::page
