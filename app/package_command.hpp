#pragma once
/// `workbook package SYSTEM`: a bundle with which another system grades.

#include <string>
#include <vector>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

struct PackageCommand {
  std::string system;                  ///< of grader/package/bundle.hpp
  std::string file;                    ///< - is standard output; empty: softmax_SYSTEM.zip here
  std::vector<std::string> exercises;  ///< numbers or names; all where there are none
  std::string image;                   ///< empty: the usual one
};

/// Does: writes the archive; a file of that name is replaced, as by the reports of `grade`.
/// Throws: std::invalid_argument.
ExitCode run(const PackageCommand& command);

}  // namespace softmax::app
