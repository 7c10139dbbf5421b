#pragma once
/// How an answer is compiled, and all that is linked with it.

#include <string>
#include <vector>

namespace softmax::grader {

struct Toolchain {
  std::string compiler = "g++";
  std::string optimization = "-O1";
  bool sanitizers = false;  ///< address and undefined behaviour

  /// Computes: the compiler by its absolute path (the sandbox searches no PATH), and the flags that
  /// an answer and its harness must share.
  /// Throws: std::runtime_error where the compiler is not installed.
  [[nodiscard]] std::vector<std::string> command() const;

  [[nodiscard]] bool is_clang() const { return compiler.starts_with("clang"); }
};

}  // namespace softmax::grader
