#pragma once
/// A class as its teacher reads it on a terminal.

#include <span>
#include <string>

#include "engine/style.hpp"
#include "grader/class/record.hpp"

namespace softmax::grader {

/// Computes: a row for each exercise: how many passed, the mean points, the commonest
/// misconceptions; then each submission that was refused or could not be graded.
std::string summary(std::span<const Record> records, const Style& style);

}  // namespace softmax::grader
