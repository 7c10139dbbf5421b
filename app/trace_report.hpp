#pragma once
/// A trace in the output that `workbook trace` was asked for.

#include <string>

#include "app/trace_command.hpp"
#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax::app {

/// Throws: std::invalid_argument for an output that cannot be had; `keys` says whether there is a
/// terminal to type them on.
void require_output(const TraceCommand& command, bool keys);

/// Computes: all that the command prints of the trace; the style is that of text.
/// Throws: std::invalid_argument for an element that the row does not have.
std::string report(const TraceCommand& command, const Trace& trace, const Style& style,
                   const Progress& progress = {});

}  // namespace softmax::app
