#pragma once
/// From one answer.cpp to a program that runs it: the answer alone is compiled; the harness and
/// what binds the contract to it are made once and kept.
///
///     const Builder builder(root, root / "build/grader");
///     const Built built = builder.build(exercise, "answers/03_normalize/answer.cpp", folder);
///     if (!built.program) { show(built.diagnostics); }
///
/// Cost, on two cores of 2.6 GHz: 0.2 s an answer, and a second once for the parts.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "grader/exercise.hpp"

namespace softmax::grader {

/// How an answer is compiled.
struct Toolchain {
  std::string compiler = "g++";
  std::string optimization = "-O1";
  bool sanitizers = false;  ///< address and undefined behaviour
};

struct Built {
  std::optional<std::filesystem::path> program;
  std::string diagnostics;  ///< the compiler's words; empty if it had none
};

class Builder {
 public:
  /// `parts` is a folder that keeps what is made once; it is made if it is not there.
  Builder(std::filesystem::path root, std::filesystem::path parts, Toolchain toolchain = {});

  /// Does: compiles and links the answer to folder/subject.
  /// Throws: std::runtime_error where not the answer but something beneath it fails.
  [[nodiscard]] Built build(const Exercise& exercise, const std::filesystem::path& answer,
                            const std::filesystem::path& folder) const;

 private:
  [[nodiscard]] std::vector<std::string> flags() const;
  [[nodiscard]] std::filesystem::path part(const std::filesystem::path& source,
                                           const std::string& name) const;
  [[nodiscard]] std::filesystem::path headers() const;

  std::filesystem::path root_;
  std::filesystem::path parts_;
  Toolchain toolchain_;
};

}  // namespace softmax::grader
