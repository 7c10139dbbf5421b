#pragma once
/// A comparison for a person, and as JSON by the schema engine/schema/compare.schema.json.

#include <string>

#include "engine/compare.hpp"
#include "engine/style.hpp"

namespace softmax {

/// Computes: what reproduces the outputs, where their NaN was born, and how far off the rest is.
std::string compare_text(const Question& question, const Comparison& answer, const Style& style);

/// Computes: the same and more, for a program.
std::string compare_json(const Question& question, const Comparison& answer);

/// Computes: the most significant digits of a printed output; 0 where all are known exactly.
int most_digits(const Question& question);

}  // namespace softmax
