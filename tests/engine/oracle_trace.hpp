#pragma once
/// What the rows of a trace should enclose: each stage as its definition says, in `Truth`.
///
/// Of the engine it takes only data: which rows a step reads, and the values held. A sum is a sum
/// in any order, and the streamed normalizer is written as its definition, not as the one-pass
/// algorithm.

#include <span>
#include <vector>

#include "engine/trace.hpp"
#include "tests/engine/oracle.hpp"

namespace softmax::oracle {

/// What StageRow's certified numbers should enclose.
struct TrueRow {
  std::vector<Truth> reference;
  std::vector<Truth> local;
};

/// Computes: one row from its operands, as the stage is defined.
std::vector<Truth> carry_out(const Step& step, std::span<const Truth> x, std::span<const Truth> y,
                             const Truth& temperature);

/// Computes: the true rows of a run. `given` are the logits before they were read.
/// The last row's reference is the definition of the output on the held logits.
std::vector<TrueRow> true_rows(const Trace& trace, const Run& run, std::span<const Truth> given);

/// Computes: how many bits leave no doubt about these logits at that temperature: 320, and as many
/// more as the exponents have before the point, if those are too many for the 320.
int bits_for(const Trace& trace);

}  // namespace softmax::oracle
