#pragma once
/// A trace as JSON, by the schema engine/schema/trace.schema.json.

#include <cstddef>
#include <string>

#include "engine/trace.hpp"

namespace softmax {

/// Computes: the JSON text, one value a line, the same bytes on every machine.
/// `top` limits the listed elements to the largest logits; `element` is the ledger's, by default
/// that of the largest probability; with `witness` each value has that of the second library too.
/// Cost: about 20 microseconds a listed value, with the witness 40.
std::string report_json(const Trace& trace, std::size_t top, std::size_t element,
                        bool witness = false, const Progress& progress = {});

/// Computes: the same but what looks at every logit of the row: without reading, bounds and ledger.
/// Each value has its text besides, the digits that a table shows.
/// Cost: 20 microseconds a listed value, and of a long row hardly more.
std::string window_json(const Trace& trace, std::size_t top);

/// Computes: the index of the largest held logit, the first of equals.
std::size_t largest_element(const Trace& trace);

}  // namespace softmax
