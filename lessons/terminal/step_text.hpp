#pragma once
/// One value of a trace in words: what the stage made it from, what it came to, what is certain.

#include <string>

#include "engine/stepper.hpp"
#include "engine/style.hpp"
#include "engine/trace.hpp"

namespace softmax::terminal {

/// Computes: the value at the cursor, in lines of at most the style's width:
///
///     shifted: divide (stage 6 of 6), element 0 of 0 to 2
///       1 / 1.5032147 = 0.66524094 [0x3f2a4d3b]
///       reference  0.66524095577482188953
///       error      -0.2071 ulp: -0.2627 of this stage, 0.05566 inherited
///       outcome    rounded
///
/// and for a sum its running values, the first and the last few; with `witness`, below the
/// reference, its digits by both witnesses (engine/witness_lines.hpp).
std::string value_text(const Trace& trace, const Stepper& at, const Style& style,
                       bool witness = false);

}  // namespace softmax::terminal
