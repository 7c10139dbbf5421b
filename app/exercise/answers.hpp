#pragma once
/// The learner's own files, answers/NN_topic/answer.cpp: the only ones that are edited.

#include <filesystem>
#include <optional>

#include "grader/exercise.hpp"

namespace softmax::app {

/// Computes: where the answer to the exercise lies, whether or not it is there yet.
std::filesystem::path answer_of(const std::filesystem::path& root,
                                const grader::Exercise& exercise);

/// Does: copies the skeleton there if nothing is. Returns: whether it did.
/// Throws: std::runtime_error with the path, where that cannot be done.
bool begin_answer(const std::filesystem::path& root, const grader::Exercise& exercise);

/// Does: puts the skeleton there once more; what was there is kept beside it as answer.cpp.backup
/// (-2, -3 and so on). Returns: the backup, or nothing where no answer was.
std::optional<std::filesystem::path> begin_anew(const std::filesystem::path& root,
                                                const grader::Exercise& exercise);

}  // namespace softmax::app
