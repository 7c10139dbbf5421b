#pragma once
/// `workbook progress` and `workbook reset`: what a learner has done, and how to begin anew.

#include <filesystem>
#include <string>

#include "lessons/progress/progress.hpp"
#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// Computes: what `workbook progress` prints of the progress in a file:
///
///     /home/ada/.local/state/softmax-workbook/progress.json
///     1 lesson finished of 2 begun, 5 answers right of 8
///
///       exponentiate  finished
///       normalize     at worked_example (latest)
std::string progress_text(const std::filesystem::path& file, const progress::Progress& progress);

/// Does: reads the progress and prints it; on standard error, if the file was damaged.
/// Throws: std::runtime_error as progress::read does.
ExitCode show_progress();

/// Does: moves the progress to a backup, and prints where. Throws: as progress::reset does.
ExitCode reset_progress();

}  // namespace softmax::app
