#pragma once
/// `workbook check [NN]`, `watch [NN]`, `next`: is the answer right?

#include <filesystem>
#include <optional>
#include <string>

#include "grader/mark.hpp"
#include "lessons/terminal/exit_code.hpp"

namespace softmax::app {

struct CheckCommand {
  std::string exercise;             ///< its number or name; empty: the first that has not passed
  std::optional<std::string> file;  ///< another answer.cpp than the learner's; nothing is recorded
  bool sanitizers = false;
  grader::Seed seed = 1;
};

/// Does: begins the answer if there is none, compiles and tries it, says what is wrong, and records
/// what came of it. Returns: done if it passed, not_right_yet if not.
/// Throws: std::invalid_argument: no such exercise, no such file.
ExitCode run(const CheckCommand& command);

/// Does: the same each time the answer is saved, until it is interrupted.
ExitCode watch(const CheckCommand& command);

/// Does: begins the first exercise that has not passed, and says what it asks and which file to
/// edit.
ExitCode next_exercise();

/// Computes: the exercise that the word means; the first that has not passed where it is empty.
/// Throws: std::invalid_argument.
grader::Exercise chosen_exercise(const std::filesystem::path& root, const std::string& word);

}  // namespace softmax::app
