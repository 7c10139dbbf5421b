#pragma once
/// How each known misconception of an exercise behaves, found out once and kept.
///
/// A misconception's behaviour depends on its text, on the cases, and on how it is compiled: all of
/// them name the file that keeps it, so that nothing stale is ever read.
///
/// Cost: where it is not yet known 0.2 s a misconception; else a read of a file.

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grader/build.hpp"
#include "grader/check.hpp"
#include "grader/diagnosis.hpp"
#include "grader/exercise.hpp"

namespace softmax::grader {

/// A misconception that an answer behaves like.
struct Mistake {
  std::string name;
  std::string sentence;
  std::string thread;  ///< where it was met; may be empty
};

/// Computes: the misconception of the task that the answer behaves like in every case, if there is
/// just one. `behaviour` has a row for each of the checks, which are all of the task.
std::optional<Mistake> mistake_of(const std::filesystem::path& root,
                                  const std::filesystem::path& parts, Tier tier,
                                  const Toolchain& toolchain, const Exercise& exercise,
                                  std::span<const Check> checks, const Behaviour& behaviour);

}  // namespace softmax::grader
