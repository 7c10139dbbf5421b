#pragma once
/// Where the first infinity and the first NaN of a run were born, and why, in words.
///
///     first_nan(run, trace)->reason;   // "0/0: every exponential underflowed"
///
/// Masks are no births: a -inf that was given is not counted, nor what the stages make of it,
/// unless they make a NaN of it. A sum is looked into: its running value may be infinite on the way
/// to a NaN, and its accumulator may be another format.

#include <cstddef>
#include <optional>
#include <string>

#include "engine/trace.hpp"

namespace softmax {

struct Birth {
  std::size_t stage;    ///< index into run.stages
  std::size_t element;  ///< of a sum or stream: the addend; 0 if only the result is too large
  std::string
      reason;  ///< "overflow: e^1000 = 1.97e434 is above the largest binary32, 3.4028235e+38"
};

/// Computes: the first value that is infinite (no mask); in order of stages, then elements.
std::optional<Birth> first_infinity(const Run& run, const Trace& trace);

/// Computes: the first value that is NaN.
std::optional<Birth> first_nan(const Run& run, const Trace& trace);

/// Computes: "0/0 at divide, element 0: every exponential underflowed".
std::string sentence(const Birth& birth, const Run& run);

}  // namespace softmax
