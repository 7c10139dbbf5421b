#pragma once
/// The references of a trace by both witnesses, as text: `workbook trace --witness`.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// Computes: what it is, whether all agree, and then of each run the listed elements of every
/// stage (witness_lines.hpp). Where both say the same, one line says it.
std::string text_of_witnesses(const Trace& trace, const std::vector<std::size_t>& elements,
                              const Style& style);

}  // namespace softmax
