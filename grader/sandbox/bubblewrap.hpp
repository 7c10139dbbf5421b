#pragma once
/// How bubblewrap is told what to put up.

#include <string>
#include <vector>

#include "grader/sandbox/command.hpp"

namespace softmax::grader {

/// Computes: what makes the walls of the command, as far as its layers are there, and runs in them
/// sandbox_launch, which lies at `launch` outside.
std::vector<std::string> bubblewrap_arguments(const Command& command, const std::string& launch);

}  // namespace softmax::grader
