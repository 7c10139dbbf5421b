#pragma once
/// The checks of every exercise, by its folder.

#include <string>
#include <vector>

#include "grader/check.hpp"

namespace softmax::grader {

/// Computes: the checks of the exercise, with the cases that the seed draws. Each exercise's are
/// made by the function checks_NN_topic in its checks.cpp; CMake lists them. They are made once and
/// kept, for a class has many answers to the same: what is wanted is computed in high precision.
/// Throws: std::invalid_argument where it has none.
const std::vector<Check>& checks_of(const std::string& folder, Seed seed);

}  // namespace softmax::grader
