#pragma once
/// Why one value of a run is infinite or NaN though none of its inputs was, in words.
///
///     birth_reason(run, stage, i, trace);   // "0/0: every exponential underflowed"
///
/// The words before the colon name the event, those after it the cause. Where values are looked
/// for, and the births inside a sum or a stream: birthplace.hpp.

#include <cstddef>
#include <string>

#include "engine/trace.hpp"

namespace softmax {

/// Domain: element i of a stage that makes each value on its own, infinite or NaN.
std::string birth_reason(const Run& run, std::size_t stage, std::size_t i, const Trace& trace);

/// Computes: "the largest binary32, 3.4028235e+38".
std::string largest_of(const Format& format);

}  // namespace softmax
