#pragma once
/// How a report may look: how wide it is, whether it may use colour, and which characters.

#include <cstddef>
#include <string>
#include <string_view>

namespace softmax {

enum class Colour : unsigned char { plain, good, bad, faint, strong };

struct Style {
  std::size_t width = 112;  ///< columns at most
  bool colour = false;      ///< ANSI colours, for a terminal that wants them
  bool ascii = false;       ///< bars of '#', where block characters cannot be shown
};

/// Computes: the text in that colour, or the text itself where the style has none.
std::string paint(const Style& style, Colour colour, std::string_view text);

/// Computes: the text in lines of at most `width` columns (a word is not broken), those after the
/// first indented (by a third of the width at most).
std::string wrapped(const std::string& text, std::size_t width, std::size_t indent);

/// Computes: the same in that colour.
std::string painted_lines(const std::string& text, Colour colour, const Style& style,
                          std::size_t indent);

}  // namespace softmax
