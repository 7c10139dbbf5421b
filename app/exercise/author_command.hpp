#pragma once
/// `workbook verify-exercises` and `workbook new-exercise`: for those who write exercises.

#include <string>
#include <vector>

#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

struct VerifyCommand {
  std::vector<std::string> exercises;  ///< numbers or names; none is all
  bool clang = false;                  ///< right answers by clang too
  bool quick = false;                  ///< skeletons and right answers alone, each compiled once
};

/// Does: tries what authors promise of exercises (grader/gate.hpp), and prints what is not so, a
/// line each. Returns: not_right_yet if there is anything.
/// Throws: std::invalid_argument: no such exercise.
ExitCode verify(const VerifyCommand& command);

/// Does: makes all the files of a new exercise, such as 18_topic, with one function, one task, one
/// check, and says which they are. It compiles, and verify() names what is still missing.
/// Throws: std::invalid_argument: a name of another form, or one that is taken.
ExitCode new_exercise(const std::string& folder);

}  // namespace softmax::app
