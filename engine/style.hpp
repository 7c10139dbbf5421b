#pragma once
/// How a report may look: how wide it is, and whether it may use colour.

#include <cstddef>
#include <string>
#include <string_view>

namespace softmax {

enum class Colour : unsigned char { plain, good, bad, faint, strong };

struct Style {
  std::size_t width = 112;  ///< columns at most
  bool colour = false;      ///< ANSI colours, for a terminal that wants them
};

/// Computes: the text in that colour, or the text itself where the style has none.
inline std::string paint(const Style& style, Colour colour, std::string_view text) {
  if (!style.colour || colour == Colour::plain) { return std::string(text); }
  const char* code = colour == Colour::good    ? "\x1b[32m"
                     : colour == Colour::bad   ? "\x1b[31m"
                     : colour == Colour::faint ? "\x1b[2m"
                                               : "\x1b[1m";
  return code + std::string(text) + "\x1b[0m";
}

}  // namespace softmax
