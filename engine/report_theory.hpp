#pragma once
/// The lines of a text report that say what theory promised, which stage cost what, and what
/// reading the decimals cost.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/bounds.hpp"
#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax {

/// Computes: the bounds beside what was measured, a line each (wrapped to the style's width):
/// "  bound      normwise, n + 3 = 6 u: measured 0.31 u". Bounds that do not apply for one and the
/// same reason are one line.
std::string text_of_bounds(const std::vector<Bound>& all, const Style& style);

/// Computes: what each stage cost ln p of the element, or nothing where nothing can be shared out.
std::string text_of_ledger(const Run& run, const Trace& trace, std::size_t element,
                           const Style& style);

/// Computes: the sentence on reading, or nothing where no logit was rounded.
std::string text_of_reading(const Trace& trace, std::size_t element, const Style& style);

}  // namespace softmax
