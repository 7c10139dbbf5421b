#pragma once
/// What a comparison says of the temperature.

#include <string>

#include "engine/compare.hpp"
#include "engine/style.hpp"

namespace softmax {

/// Computes: what the outputs leave of T, and what was tried of it, where T = 1 does not
/// reproduce them; that T cannot be told where the logits do not differ. Empty if T was given.
std::string temperatures_text(const Question& question, const Comparison& answer,
                              const Style& style);

/// Computes: what else T may be where T = 1 reproduces, by the format that leaves least of those
/// that do: "T from 0.996 to 1.004". Empty where T = 1 does not, or nothing was recovered.
std::string temperature_range(const Comparison& answer);

}  // namespace softmax
