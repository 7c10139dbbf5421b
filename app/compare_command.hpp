#pragma once
/// `workbook trace LOGITS --compare PROBABILITIES`: which settings reproduce a framework's output.

#include <string>
#include <vector>

#include "app/trace_command.hpp"
#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax::app {

/// Computes: the report, as text or as JSON. Reads PROBABILITIES if it is a file: a list begins
/// with a number or a bracket. Options that were written are kept fixed, all others searched.
/// The style is that of text.
/// Throws: std::invalid_argument and InputError for bad input, and for what is of a trace alone.
std::string compare_report(const TraceCommand& command, std::vector<Given> logits,
                           const Settings& settings, const std::vector<Algorithm>& algorithms,
                           const Style& style, const Progress& progress = {});

}  // namespace softmax::app
