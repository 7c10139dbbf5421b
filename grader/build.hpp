#pragma once
/// From one answer.cpp to a program that runs it: the answer alone is compiled (harness.hpp).
///
///     const Builder builder(root, root / "build/grader", best_tier());
///     const Built built = builder.build(exercise, "answers/03_normalize/answer.cpp", folder);
///     if (!built.program) { show(built.diagnostics); }
///
/// Cost, on two cores of 2.6 GHz: 70 ms an answer (harness.hpp has the rest).

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "grader/allowance.hpp"
#include "grader/exercise.hpp"
#include "grader/harness.hpp"
#include "grader/sandbox/command.hpp"
#include "grader/toolchain.hpp"

namespace softmax::grader {

struct Built {
  std::optional<std::filesystem::path> program;
  std::string diagnostics;  ///< the compiler's words; empty if it had none
  std::string stopped;      ///< how the compiler ended, where it was stopped: too long, too large
};

class Builder {
 public:
  /// `parts` is a folder that keeps what is made once; it is made if it is not there.
  Builder(std::filesystem::path root, const std::filesystem::path& parts, Tier tier,
          const Toolchain& toolchain = {}, Allowance allowance = {});

  /// Does: compiles and links the answer to folder/subject, in the sandbox: what an answer may
  /// include, and what its compilation may cost, is limited too.
  /// Throws: std::runtime_error where not the answer but something beneath it fails.
  [[nodiscard]] Built build(const Exercise& exercise, const std::filesystem::path& answer,
                            const std::filesystem::path& folder) const;

 private:
  [[nodiscard]] Command command(const Exercise& exercise, const std::filesystem::path& box) const;

  std::filesystem::path root_;
  Harness harness_;
  Tier tier_;
  Toolchain toolchain_;
  Allowance allowance_;
};

}  // namespace softmax::grader
