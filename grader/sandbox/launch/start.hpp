#pragma once
/// The last steps of a command before it is itself: the walls that a process puts around itself.

#include <sys/types.h>

#include "grader/sandbox/plan.hpp"

namespace softmax::grader::launch {

struct Started {
  pid_t process = -1;
  int said = -1;  ///< what it says on 1 and 2 is read here, without waiting
};

/// Does: starts the command of the plan, behind limits, filter, and the user's id.
/// Throws: std::runtime_error, where it came to nothing; the process has complained by then.
Started start(const Plan& plan);

}  // namespace softmax::grader::launch
