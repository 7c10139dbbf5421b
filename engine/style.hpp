#pragma once
/// How a report may look: how wide it is, and whether it may use colour.

#include <array>
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
  constexpr std::array<std::string_view, 5> codes = {"0", "32", "31", "2", "1"};
  const std::string_view code = codes.at(static_cast<std::size_t>(colour));
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace softmax
