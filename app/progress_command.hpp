#pragma once
/// `workbook progress` and `workbook reset`: what a learner has done, and how to begin anew.

#include <filesystem>
#include <string>
#include <vector>

#include "lessons/progress/progress.hpp"
#include "lessons/progress/store.hpp"
#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

/// An exercise as it is told here: progress knows its id alone.
struct ExerciseName {
  std::string id;
  std::string name;  ///< its folder
  int points = 0;    ///< all that it is worth
};

/// Computes: what `workbook progress` prints of the progress in a file; exercises that have no name
/// (any more) by their ids:
///
///     /home/ada/.local/state/softmax-workbook/progress.json
///     1 lesson finished of 2 begun, 5 answers right of 8
///     1 exercise passed of 2 begun
///
///       exponentiate  finished
///       normalize     at worked_example (latest)
///
///       01_greedy     passed, 10 of 10 points
///       03_normalize  7 of 10 points, 2 hints
std::string progress_text(const std::filesystem::path& file, const progress::Progress& progress,
                          const std::vector<ExerciseName>& exercises = {});

/// Does: says on standard error what became of progress that was damaged. Returns: the progress.
progress::Progress told(const progress::Reading& reading);

/// Does: reads the progress and prints it; on standard error, if the file was damaged.
/// Throws: std::runtime_error as progress::read does.
ExitCode show_progress(const std::vector<ExerciseName>& exercises);

/// Does: moves the progress to a backup, and prints where. Throws: as progress::reset does.
ExitCode reset_progress();

}  // namespace softmax::app
