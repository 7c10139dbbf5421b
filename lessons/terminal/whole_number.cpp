#include "lessons/terminal/whole_number.hpp"

#include <charconv>
#include <memory>

namespace softmax::terminal {

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const char* const end = std::to_address(text.end());
  const auto read = std::from_chars(std::to_address(text.begin()), end, value);
  if (read.ec != std::errc{} || read.ptr != end) { return std::nullopt; }
  return value;
}

}  // namespace softmax::terminal
