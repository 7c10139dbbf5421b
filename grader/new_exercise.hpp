#pragma once
/// The files of a new exercise.

#include <filesystem>
#include <string>
#include <vector>

namespace softmax::grader {

/// Does: writes the contract, skeleton, README.md, exercise.toml (with a new UUID), solution,
/// subject and checks of an exercise with one function, one misconception and one variant.
/// Returns: their paths below `root`, in the order in which they are best written.
/// Throws: std::invalid_argument where the name is not NN_topic, or anything of it is there.
std::vector<std::string> make_exercise(const std::filesystem::path& root,
                                       const std::string& folder);

}  // namespace softmax::grader
