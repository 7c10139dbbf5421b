#include "lessons/terminal/terminal.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cctype>
#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "lessons/terminal/whole_number.hpp"

namespace softmax::terminal {
namespace {

std::optional<std::size_t> from_environment(const char* variable) {
  const char* text = std::getenv(variable);
  if (text == nullptr) { return std::nullopt; }
  const std::optional<std::size_t> size = whole_number(text);
  return size == 0 ? std::nullopt : size;
}

std::optional<std::size_t> from_terminal(unsigned short winsize::* side) {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.*side == 0) { return std::nullopt; }
  return size.*side;
}

/// The first of these that is set decides, as POSIX has it; without any the locale is plain "C".
bool locale_has_unicode() {
  for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0') { continue; }
    std::string name(value);
    for (char& c : name) { c = static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }
    return name.find("utf-8") != std::string::npos || name.find("utf8") != std::string::npos;
  }
  return false;
}

bool dumb() {
  const char* terminal = std::getenv("TERM");
  return terminal != nullptr && std::string_view(terminal) == "dumb";
}

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  return (no_colour == nullptr || *no_colour == '\0') && !dumb();
}

}  // namespace

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

Style output_style() {
  Style style;
  const bool terminal = is_terminal(STDOUT_FILENO);
  if (terminal) { style.width = from_terminal(&winsize::ws_col).value_or(80); }
  style.width = from_environment("COLUMNS").value_or(style.width);
  style.colour = terminal && wants_colour();
  style.ascii = !locale_has_unicode();
  return style;
}

void require_width(const Style& style) {
  constexpr std::size_t narrowest = 30;
  if (style.width >= narrowest) { return; }
  throw std::invalid_argument(
      fmt::format("a terminal of {} columns is too narrow for a lesson: make it {} or wider",
                  style.width, narrowest));
}

std::size_t rows_of_terminal() {
  const std::optional<std::size_t> rows = from_environment("LINES");
  return rows ? *rows : from_terminal(&winsize::ws_row).value_or(24);
}

std::string clear_screen() {
  return is_terminal(STDOUT_FILENO) && !dumb() ? "\x1b[H\x1b[2J" : "\n";
}

}  // namespace softmax::terminal
