#include "lessons/terminal/output.hpp"

#include <cstdio>
#include <stdexcept>

namespace softmax::terminal {

void write_output(std::string_view text) {
  const std::size_t written = std::fwrite(text.data(), 1, text.size(), stdout);
  if (written != text.size() || std::fflush(stdout) != 0) {
    throw std::runtime_error("standard output: the text could not be written");
  }
}

std::string prompt(const std::string& keys, const Style& style) {
  std::string lines = wrapped(keys, style.width - 1, 2);
  lines.back() = ' ';
  return lines;
}

}  // namespace softmax::terminal
