#pragma once
/// A trace as rows: CSV for a spreadsheet, Markdown for a page. One row a value of a stage.

#include <cstddef>
#include <string>

#include "engine/trace.hpp"

namespace softmax {

/// Computes: a header line, then a line a value: algorithm, stage, index, computed, bits,
/// reference, radius, error_ulp, local_ulp, inherited_ulp, outcome; with `witness` also witness,
/// witness_radius, witness_agrees. Empty fields are null.
std::string report_csv(const Trace& trace, std::size_t top, bool witness = false,
                       const Progress& progress = {});

/// Computes: a heading and a table for each run, and the births below it.
std::string report_markdown(const Trace& trace, std::size_t top);

}  // namespace softmax
