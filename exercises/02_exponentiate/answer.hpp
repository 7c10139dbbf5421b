#pragma once
/// Exercise 2: e to each score, and which scores are lost on the way.
///
///     const std::vector<float> logits = {2.0F, 1.0F, 0.1F, -200.0F};
///     exponentiate(logits, exponentials);    // 7.389056, 2.718282, 1.105171, 0
///     lost(logits);                          // 1: the last
///
/// Logits and exponentials are numbers of binary32 (float). Nothing is subtracted and nothing is
/// divided here: other stages do that.

#include <cstddef>
#include <span>

namespace answer {

/// Computes: e^(z_i) for each i.
/// Shapes: n >= 0 logits to n numbers; the caller gives exponentials its size.
/// Domain: every float. -inf (a mask) gives 0; NaN gives NaN; what is above the largest float is
/// inf (z from 88.73 on), what is below half of the smallest is 0 (z of -103.98 and less): there
/// nothing else is right, 2 steps or not.
/// Error: 2 steps of float at e^z (2 ulp): the exp of a usual library is off by one step at most,
/// and one is to spare. Exponentials below 2^-126 (subnormal) have a step of 2^-149.
/// Throws: std::invalid_argument, before anything is written, if the sizes differ.
void exponentiate(std::span<const float> logits, std::span<float> exponentials);

/// Computes: how many of the logits are finite and have an exponential that becomes 0 when it is
/// rounded to the nearest float. The smallest positive float is 2^-149.
/// Shapes: n >= 0 logits to a number of them, 0 of none.
/// Domain: every float, but no logit that is within 0.002 of the threshold. A mask (-inf) is not
/// lost, its exponential is 0; neither is NaN, nor what becomes inf.
/// Error: none.
std::size_t lost(std::span<const float> logits);

}  // namespace answer
