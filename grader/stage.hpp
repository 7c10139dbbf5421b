#pragma once
/// At which stage the numbers of an answer left the trace of a softmax, told from them alone.
///
///     stage_left({{1000, 999}}, {nan, nan});   // "exponentiate: overflow: e^1000 = 1.97e434 ..."
///     stage_left({{2, 1}}, {7.389, 2.718});    // "divide: these are the exponentials"
///
/// What each stage fixes is read off the results. exponentiate fixes the ratio of any two, which is
/// e^((z_i - z_j)/T); sum and divide fix what all add up to; an infinity or NaN is looked for in
/// the engine's trace of the softmax that subtracts no maximum, and told only where the classes of
/// all results agree with it. What was wanted is not in the words.

#include <span>
#include <string>

#include "grader/check.hpp"

namespace softmax::grader {

/// Computes: the stage's name (plan.hpp), a colon and what shows it; empty where nothing is sure.
/// Ratios may be off by the sum of both tolerances (reference.hpp). Shapes: a result for each
/// logit, of which one is no mask. Cost: that of two traces.
std::string stage_left(const SoftmaxRow& row, std::span<const float> results);

}  // namespace softmax::grader
