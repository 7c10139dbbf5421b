#include "app/whole_number.hpp"

#include <charconv>

namespace softmax::app {

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t value = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  if (read.ec != std::errc{} || read.ptr != end) { return std::nullopt; }
  return value;
}

}  // namespace softmax::app
