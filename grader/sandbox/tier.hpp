#pragma once
/// What this machine grants.

#include <string>

#include "grader/sandbox/layers.hpp"

namespace softmax::grader {

/// Computes: why the tier is not to be had here, in one line; empty if it is. Each tier is tried by
/// running a command in it, once in the life of this process.
const std::string& why_not(Tier tier);

/// Computes: the strongest tier that is to be had. Cost: a few milliseconds, once.
Tier best_tier();

}  // namespace softmax::grader
