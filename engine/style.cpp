#include "engine/style.hpp"

#include <algorithm>
#include <array>

namespace softmax {

std::string paint(const Style& style, Colour colour, std::string_view text) {
  if (!style.colour || colour == Colour::plain) { return std::string(text); }
  constexpr std::array<std::string_view, 5> codes = {"0", "32", "31", "2", "1"};
  const std::string_view code = codes.at(static_cast<std::size_t>(colour));
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string wrapped(const std::string& text, std::size_t width, std::size_t indent) {
  indent = std::min(indent, width / 3);
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at + 1), text.size());
    if (column + (end - at) > width && column > indent) {
      out += "\n" + std::string(indent, ' ');
      column = indent;
      ++at;  // the blank that the break replaces
    }
    out += text.substr(at, end - at);
    column += end - at;
    at = end;
  }
  return out + "\n";
}

std::string painted_lines(const std::string& text, Colour colour, const Style& style,
                          std::size_t indent) {
  std::string lines = wrapped(text, style.width, indent);
  lines.pop_back();
  return paint(style, colour, lines) + "\n";
}

}  // namespace softmax
