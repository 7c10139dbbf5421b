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
};

/// Computes: the whole report. Two runs stand side by side where the width allows, else one
/// below the other.
std::string report_text(const Trace& trace, const TextOptions& options);

/// Computes: one line that says what the run came to: "largest error 0.62 ulp, at element 1" or
/// "BROKE: 3 of 3 values are nan or inf".
std::string verdict(const Trace& trace, const Run& run);

}  // namespace softmax
