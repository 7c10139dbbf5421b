#pragma once
/// Exercise 1: what can be said of logits without softmax.
///
///     const std::vector<float> logits = {0.7F, -2.3F, 2.4F, 1.2F};
///     greedy(logits);                 // 2
///     relative_odds(logits, 0, 1);    // 20.0855...: token 0 is 20 times as likely as token 1
///
/// Logits are numbers of binary32 (float), of any size and sign. A logit of -inf is a mask: that
/// token is forbidden. Nothing here needs the probabilities, nor their sum.

#include <cstddef>
#include <span>

namespace answer {

/// Computes: the index of the largest logit.
/// Shapes: n >= 1 logits to an index below n.
/// Domain: every number. Of equal largest logits the lowest index is taken. A masked token is never
/// taken; +inf, a logit that overflowed, is the largest of all.
/// Error: none. Two logits that differ in the last bit differ.
/// Throws: std::invalid_argument if the row is empty, if a logit is NaN, if all are masked.
std::size_t greedy(std::span<const float> logits);

/// Computes: p_i / p_j = e^(z_i - z_j), how many times as likely as token j token i is.
/// Domain: z_i and z_j are finite or masked: NaN and +inf there are not asked. The other logits may
/// be anything. A masked i has odds of 0, a masked j of inf.
/// Error: relative, (2 |z_i - z_j| + 8) 2^-53: a difference d taken in double is off by |d| 2^-53
/// at most, and what an exponent is off by its exponential is off by, relatively; a library's exp
/// adds 2 steps (4 units of 2^-53), and as much again is to spare. Below 2^-1022 (subnormal)
/// 3 steps of 2^-1074. Odds beyond the largest double are inf.
/// Throws: std::invalid_argument if i or j is n or more, if both tokens are masked, so also
/// if i and j are one masked token.
double relative_odds(std::span<const float> logits, std::size_t i, std::size_t j);

}  // namespace answer
