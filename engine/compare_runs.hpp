#pragma once
/// The runs of a comparison in one choice of formats and one temperature.
///
/// Runs that differ in the sum alone share what comes before it, which is nearly all the cost.

#include <span>
#include <vector>

#include "engine/compare.hpp"

namespace softmax {

/// What all runs of a comparison are held against.
struct Outputs {
  std::vector<Printed> values;
  std::vector<Algorithm> algorithms;       ///< those of the question whose output they can be
  std::vector<RecoveredTemperature> left;  ///< one a format that they may be stored in

  /// What they leave of T if stored in the format; null where they tell nothing of it.
  [[nodiscard]] const RecoveredTemperature* temperatures(const Format& stored) const;
};

/// Computes: the outputs as numbers, and what they can be, by their number and their signs.
/// Throws: std::invalid_argument: neither n outputs nor one; no algorithm has such outputs.
Outputs outputs_of(const Question& question);

/// Computes: all runs in the formats and at the temperature of `base`; what they come to is
/// added to the answer. Cost: 10 exps a logit and algorithm, at most.
/// Throws: what hold_logits and hold_temperature throw.
void run_candidates(const Question& question, const Outputs& outputs, const Candidate& base,
                    Comparison& answer);

}  // namespace softmax
