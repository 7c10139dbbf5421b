#pragma once
/// `workbook lesson NN`, and what each lesson's own executable does.

#include <cstdint>
#include <string>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::terminal {

enum class View : std::uint8_t {
  read,      ///< on a terminal a screen at a time, else as text in order
  present,   ///< for a projector: on a terminal only
  markdown,  ///< the lesson's committed page
  json,      ///< for the browser
};

struct LessonCommand {
  std::string lesson;  ///< its number or id
  View view = View::read;
};

/// Does: shows the lesson.
/// Throws: std::invalid_argument: no such lesson; a terminal that is missing or too narrow.
ExitCode run(const LessonCommand& command);

}  // namespace softmax::terminal
