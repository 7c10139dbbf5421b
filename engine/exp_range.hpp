#pragma once
/// Where e^x leaves a format: what a number line of its arguments has marks for.

#include <string>

#include "engine/certified.hpp"
#include "engine/format.hpp"

namespace softmax {

/// None of the three is a number of the format, so that there is no question of "at".
struct ExpRange {
  Certified zero;       ///< below it e^x rounds to 0
  Certified subnormal;  ///< below it e^x is no normal number
  Certified overflow;   ///< above it e^x rounds to more than the largest number
};

ExpRange exp_range(const Format& format);

/// Computes: what a format holds and where e^x leaves it, as JSON by the schema
/// engine/schema/format.schema.json.
std::string format_json(const Format& format);

}  // namespace softmax
