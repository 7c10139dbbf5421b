#include "lessons/terminal/screens.hpp"

#include <algorithm>

namespace softmax::terminal {

using page::Lines;

std::vector<Screen> screens_of(const std::vector<Lines>& pieces, std::size_t room) {
  std::vector<Screen> screens(1);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].empty()) { continue; }
    const std::size_t taken = screens.back().lines.empty() ? 0 : screens.back().lines.size() + 1;
    if (taken > 0 && taken + pieces[i].size() > room) { screens.emplace_back(); }
    if (!screens.back().lines.empty()) { screens.back().lines.emplace_back(); }
    for (const std::string& line : pieces[i]) {
      const bool full = screens.back().lines.size() == room;
      if (line.empty() && (full || screens.back().lines.empty())) { continue; }
      if (full) { screens.emplace_back(); }
      if (screens.back().lines.empty()) { screens.back().piece = i; }
      screens.back().lines.push_back(line);
    }
  }
  return screens;
}

std::size_t screen_of(std::size_t piece, const std::vector<Screen>& screens) {
  const auto after = std::find_if(screens.begin(), screens.end(),
                                  [&](const Screen& screen) { return screen.piece >= piece; });
  const auto at = static_cast<std::size_t>(after - screens.begin());
  const bool begins_there = after != screens.end() && after->piece == piece;
  return begins_there || at == 0 ? at : at - 1;
}

}  // namespace softmax::terminal
