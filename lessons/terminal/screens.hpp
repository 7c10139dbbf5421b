#pragma once
/// Lines cut into screens: a paragraph or figure stays in one piece where it can.

#include <vector>

#include "lessons/page/lines.hpp"

namespace softmax::terminal {

/// Computes: the pieces, a blank line between two of them, on as few screens of `room` lines as an
/// order kept allows. A piece that is longer than a screen is cut. At least one screen.
/// Domain: room is not 0.
std::vector<page::Lines> screens_of(const std::vector<page::Lines>& pieces, std::size_t room);

}  // namespace softmax::terminal
