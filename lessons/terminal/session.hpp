#pragma once
/// A reader on this terminal: its screens are drawn, lines are read for it, what was done is told.

#include <functional>
#include <istream>
#include <string>

#include "lessons/terminal/reader.hpp"

namespace softmax::terminal {

/// Who remembers what was done. Each is called before the next screen is drawn, and may throw
/// std::exception: the reader is told once, and reading goes on.
struct Memory {
  std::function<void(const GivenAnswer&)> answered;
  std::function<void(const std::string& idea, bool finished)> moved;
};

/// Does: shows screens and obeys the lines of `input`, until quit or its end.
void read_through(Reader& reader, const Memory& memory, std::istream& input);

}  // namespace softmax::terminal
