#pragma once
/// Whether the folders of the exercises match, and hold nothing else than they should.

#include <filesystem>
#include <string>
#include <vector>

namespace softmax::grader {

/// Computes: what is amiss, a line each, with its path below `root`: in exercises/, solutions/ and
/// the grader's exercises/, misconceptions/ and variants/ a folder that is no exercise's, an
/// exercise that has no folder there, a file that is missing, and a file that does not belong.
std::vector<std::string> faults_of_trees(const std::filesystem::path& root);

}  // namespace softmax::grader
