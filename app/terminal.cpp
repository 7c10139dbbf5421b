#include "app/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace softmax::app {
namespace {

std::optional<std::size_t> columns_from_environment() {
  const char* text = std::getenv("COLUMNS");
  if (text == nullptr) { return std::nullopt; }
  const std::string_view digits(text);
  std::size_t columns = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), columns);
  return columns > 0 ? std::optional(columns) : std::nullopt;
}

std::optional<std::size_t> columns_from_terminal() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) { return std::nullopt; }
  return size.ws_col;
}

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') { return false; }
  const char* terminal = std::getenv("TERM");
  return terminal == nullptr || std::string_view(terminal) != "dumb";
}

}  // namespace

bool is_terminal(int descriptor) { return isatty(descriptor) == 1; }

Style output_style() {
  Style style;
  const bool terminal = is_terminal(STDOUT_FILENO);
  if (terminal) { style.width = columns_from_terminal().value_or(80); }
  style.width = columns_from_environment().value_or(style.width);
  style.colour = terminal && wants_colour();
  return style;
}

}  // namespace softmax::app
