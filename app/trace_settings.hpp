#pragma once
/// What the words of `workbook trace` choose: the arithmetic and the algorithms.

#include <vector>

#include "app/trace_command.hpp"
#include "engine/trace.hpp"

namespace softmax::app {

/// Computes: the settings that the command's words name.
/// Throws: std::invalid_argument with the word, and the nearest of those that it could be.
Settings settings_of(const TraceCommand& command);

/// Computes: the algorithms, in their order; at least one. Throws: the same.
std::vector<Algorithm> algorithms_of(const TraceCommand& command);

}  // namespace softmax::app
