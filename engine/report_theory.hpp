#pragma once
/// The lines of a text report that say what theory promised, which stage cost what, and what
/// reading the decimals cost.

#include <cstddef>
#include <string>

#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// Computes: the bounds of the run beside what was measured, then its ledger, a line each (wrapped
/// to the style's width): "  bound      componentwise: 0.31 u of 5.45 u at element 1, ...".
std::string text_of_theory(const Run& run, const Trace& trace, std::size_t element,
                           const Style& style);

/// Computes: the sentence on reading, or nothing where no logit was rounded.
std::string text_of_reading(const Trace& trace, std::size_t element, const Style& style);

}  // namespace softmax
