#include "lessons/terminal/screens.hpp"

#include <algorithm>

namespace softmax::terminal {

using page::Lines;

std::vector<Lines> screens_of(const std::vector<Lines>& pieces, std::size_t room) {
  std::vector<Lines> screens(1);
  for (const Lines& piece : pieces) {
    if (piece.empty()) { continue; }
    const std::size_t taken = screens.back().empty() ? 0 : screens.back().size() + 1;
    if (taken > 0 && taken + piece.size() > room) { screens.emplace_back(); }
    if (!screens.back().empty()) { screens.back().emplace_back(); }
    for (const std::string& line : piece) {
      if (screens.back().size() == room) { screens.emplace_back(); }
      screens.back().push_back(line);
    }
  }
  return screens;
}

}  // namespace softmax::terminal
