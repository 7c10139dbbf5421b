#pragma once
/// `workbook grade PATH...`: marks what a class handed in.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "grader/check.hpp"
#include "grader/class/grading.hpp"
#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

struct GradeCommand {
  std::vector<std::string> paths;      ///< folders and archives
  std::vector<std::string> exercises;  ///< numbers or names; all where there are none
  std::vector<std::string> reports;    ///< FORMAT=FILE; - is standard output
  std::optional<std::string> journal;
  std::size_t jobs = 1;
  grader::Shard shard;
  grader::Seed seed = 1;
};

/// Does: grades, writes the reports, or prints a summary if there are none. Returns: done;
/// infrastructure where something beneath failed, or a signal came before all were graded (then no
/// report is written). Throws: std::invalid_argument.
ExitCode run(const GradeCommand& command);

}  // namespace softmax::app
