#pragma once
/// A command of the workbook's own, run to its end.

#include <filesystem>
#include <string>
#include <vector>

namespace softmax::grader {

struct Finished {
  int code = 0;        ///< the exit code; 128 + N after signal N
  std::string output;  ///< of both streams
};

/// Does: runs argv in the folder. Throws: std::runtime_error if it cannot be started.
Finished run(const std::vector<std::string>& argv, const std::filesystem::path& folder);

}  // namespace softmax::grader
