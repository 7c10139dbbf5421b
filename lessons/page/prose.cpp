#include "lessons/page/prose.hpp"

#include <algorithm>

#include "lessons/page/lines.hpp"

namespace softmax::page {

std::string prose_lines(const std::string& markdown) {
  constexpr std::size_t width = 80;
  std::string out;
  for (const std::string& line : split_lines(markdown)) {
    const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
    const bool item = line.compare(start, 2, "- ") == 0;
    out += wrapped(line, width, start + (item ? 2 : 0));
  }
  return out;
}

}  // namespace softmax::page
