#pragma once
/// `workbook` without a command: on a terminal the lessons, and where the learner is in them.

#include <string>

#include "engine/style.hpp"
#include "lessons/progress/progress.hpp"
#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Computes: a line a lesson: its number, title and minutes, how far it was read, and how many
/// questions of its quiz were answered right.
std::string list_of_lessons(const progress::Progress& progress, const Style& style);

/// Does: prints that list.
ExitCode list_lessons();

/// Does: on a terminal shows the list, and how many exercises have passed, and opens what is chosen
/// until quit; elsewhere the welcome and the list.
/// Throws: std::invalid_argument: a terminal that is too narrow.
ExitCode home();

}  // namespace softmax::app
