#pragma once
/// Lines cut into screens: a paragraph or figure stays in one piece where it can.

#include <cstddef>
#include <vector>

#include "lessons/page/lines.hpp"

namespace softmax::terminal {

struct Screen {
  page::Lines lines;
  std::size_t piece = 0;  ///< the first one that has lines here
};

/// Computes: the pieces in their order, a blank line between two of them, on screens of at most
/// `room` lines. A piece that does not fit below the one before it begins a screen; if it is longer
/// than a screen it is cut. No screen begins with a blank line. At least one screen. Domain: room
/// is not 0.
std::vector<Screen> screens_of(const std::vector<page::Lines>& pieces, std::size_t room);

/// Computes: the screen on which the piece begins; of a piece without lines, one next to it.
std::size_t screen_of(std::size_t piece, const std::vector<Screen>& screens);

}  // namespace softmax::terminal
