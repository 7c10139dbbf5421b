#pragma once
/// A trace for a person: tables of stages, what broke and why, bars, bounds and the ledger.

#include <cstddef>
#include <string>

#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax {

struct TextOptions {
  Style style;
  std::size_t top = 0;      ///< elements listed: the largest logits
  std::size_t element = 0;  ///< the ledger's
  bool witness = false;     ///< references by both witnesses, below the tables
};

/// Computes: the whole report. Two runs stand side by side where the width allows, else one
/// below the other; what a narrow one has no room for is left out, and named.
std::string report_text(const Trace& trace, const TextOptions& options);

/// Computes: one line that says what the run came to: "largest error 0.62 ulp, at element 1",
/// "BROKE: 3 of 3 values are nan or inf" or "undefined: every logit is masked".
std::string verdict(const Trace& trace, const Run& run);

/// Computes: whether the verdict is that it broke: a result is nan or inf, or 0 and should not be.
bool broke(const Trace& trace, const Run& run);

/// Computes: a line each for where its first infinity and its first NaN were born, if they were.
std::string text_of_births(const Trace& trace, const Run& run, const Style& style);

}  // namespace softmax
