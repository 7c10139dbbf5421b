#pragma once
/// Where the workbook lies: exercises, answers and what the grader makes are files there.

#include <filesystem>

namespace softmax::grader {

/// Computes: the folder that it was built in, or WORKBOOK_ROOT where that is set (for tests, and
/// for a workbook that was moved). Reads: the environment.
std::filesystem::path workbook_root();

}  // namespace softmax::grader
