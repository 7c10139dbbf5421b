#pragma once
/// What an author promises of an exercise, tried: `./workbook verify-exercises`.
///
/// The skeleton compiles and fails without crashing. The solution and every unusual right answer
/// pass, by each compiler at -O0 and -O2. Every misconception fails in its own task and no other,
/// and is named. Each check is failed by a misconception or by the skeleton, and no two checks by
/// exactly the same of them. Each task has three hints or more. (That folders match: trees.hpp.)

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "grader/build.hpp"
#include "grader/check.hpp"
#include "grader/exercise.hpp"

namespace softmax::grader {

struct GateSettings {
  std::vector<Toolchain> toolchains = {{"g++", "-O0"}, {"g++", "-O2"}};  ///< of right answers
  bool wrong_answers = true;  ///< misconceptions too, and what each check is failed by
  Seed seed = 1;
  std::function<void(const std::string&)> progress = [](const std::string&) {};
};

/// Computes: what is not as promised, a line each.
std::vector<std::string> faults_of(const std::filesystem::path& root, const Exercise& exercise,
                                   const GateSettings& settings);

}  // namespace softmax::grader
