#pragma once
/// The logits of `workbook trace`: its words, or a row of a file.

#include <string>
#include <vector>

#include "app/trace_command.hpp"
#include "engine/compute.hpp"
#include "engine/given.hpp"

namespace softmax::app {

/// Reads: the file, if one is named. Throws: std::invalid_argument and InputError.
std::vector<Given> logits_of(const TraceCommand& command);

/// Computes: what is said of a logit that no softmax takes: where it stands, the fault, the remedy.
std::string refusal(const TraceCommand& command, const LogitError& error);

}  // namespace softmax::app
