#pragma once
/// What became of a value in its own stage, in one word.
///
/// An outcome judges the stage alone, on the inputs it really got: where an input was already
/// infinite or NaN, what follows is `carried`, so that the silent zero x/inf = 0 is seen.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "engine/trace.hpp"

namespace softmax {

enum class Outcome : std::uint8_t {
  exact,              ///< the stage's exact value is a number of the format
  rounded,            ///< it is not, and was rounded
  subnormal,          ///< rounded, below the normal range: bits were lost
  underflow_to_zero,  ///< not zero, but nearer to zero than to any number
  overflow,           ///< infinite (NaN in e4m3fn) though no input was: too large, or x/0
  nan,                ///< a NaN is born: no input was one
  masked,             ///< its logit is -inf
  carried,            ///< an input was already infinite or NaN
};

std::string_view name(Outcome outcome);

/// Computes: the outcome of element i of stage `stage` of the run.
Outcome outcome(const Run& run, std::size_t stage, std::size_t i, const Format& format);

}  // namespace softmax
