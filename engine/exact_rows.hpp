#pragma once
/// The rows of exact values that a trace is made of: as given, as the plan's exact arithmetic has
/// them, and as a stage makes them of the inputs that it really got.

#include <memory>
#include <vector>

#include "engine/alike.hpp"
#include "engine/certified_row.hpp"
#include "engine/given.hpp"
#include "engine/plan.hpp"
#include "engine/shared_row.hpp"

namespace softmax {

/// A plan in exact arithmetic, in 128 bits and, once it is asked for, in 168.
class ExactPlan;

/// Domain: as ExactRun's (exact_run.hpp); `alike` is of these logits, or empty.
std::shared_ptr<const ExactPlan> exact_plan(std::vector<Step> steps, HeldRow logits,
                                            double temperature, Alike alike = {});

/// Computes: the logits as they were given.
CertifiedRow given_row(SharedRow<Given> given);

/// Computes: the row of stage k of the plan.
CertifiedRow reference_row(std::shared_ptr<const ExactPlan> plan, std::size_t k);

/// What a stage really got.
struct ComputedInputs {
  HeldRow x;
  HeldRow y;  ///< empty of stages of one operand
  double temperature = 1;
};

/// Computes: the exact values of stage k of the plan on the computed inputs. Where those are the
/// plan's own, so is the value: that of `reference`.
CertifiedRow local_row(std::shared_ptr<const ExactPlan> plan, std::size_t k,
                       const ComputedInputs& inputs, const CertifiedRow& reference);

}  // namespace softmax
