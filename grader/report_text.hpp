#pragma once
/// A mark as a learner reads it on a terminal.

#include <string>

#include "engine/style.hpp"
#include "grader/mark.hpp"

namespace softmax::grader {

/// Computes: the task's line, and of each check that failed its sentence; of the first of them the
/// call, what came of it and what is wanted.
std::string task_text(const TaskMark& task, const Style& style);

/// Computes: what the mistake is, if there is one.
std::string mistake_text(const TaskMark& task, const Style& style);

/// Computes: the compiler's first error, its line, and what it usually means.
std::string compile_error_text(const Mark& mark, const Style& style);

/// Computes: "Passed: 10 of 10 points." or "Not right yet: 7 of 10 points."
std::string total_text(const Mark& mark, const Style& style);

}  // namespace softmax::grader
