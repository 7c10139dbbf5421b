#pragma once
/// Exercise 13: from probabilities and a random number to a token.
///
///     const std::vector<float> probabilities = {0.25F, 0.0F, 0.125F, 0.125F};
///     running_sums(probabilities, sums);   // 0.25, 0.25, 0.375, 0.5
///     sample(probabilities, 0.6);          // 2
///     sample(probabilities, 0.0);          // 0
///
/// Probabilities are numbers of binary32 (float); sums and u are numbers of binary64 (double), so
/// that a small probability still counts beside a large sum.
/// Domain: each probability is finite and 0 or above (NaN is outside), one at least is above 0.
/// They need not add up to 1: rounded ones seldom do, and those of a row that was cut add up to
/// less.
///
/// Write what these declare into answer.cpp. Its first lines show how.

#include <cstddef>
#include <span>

namespace answer {

/// Computes: c_i = p_0 + p_1 + ... + p_i for each i.
/// Shapes: n >= 1 probabilities to n sums. Rows of 100,000 and more occur.
/// Error: relative, at most n 2^-53 in each: any order of adding i + 1 numbers, none negative, in
/// binary64 loses i 2^-53 at most (Jeannerod and Rump 2013).
/// Throws: std::invalid_argument outside of the domain, if the row is empty, and if the sizes
/// differ.
void running_sums(std::span<const float> probabilities, std::span<double> sums);

/// Computes: the first i with c_i > u c_(n-1): u is scaled by the last sum, so that every u below 1
/// finds a token though the sums end above or below 1. It is never a token of probability 0.
/// Tokens stay in the order of their indices: programs that sort them first draw as often from
/// each, but another one for the same u.
/// Error: none; the answer is a whole number. In each check u c_(n-1) either is a sum exactly,
/// without any rounding, or is farther from each sum but the last than sums of the error above can
/// be off: 2 n 2^-53 of the last sum.
/// Domain: 0 <= u < 1 (NaN is outside, -0 is 0).
/// Throws: std::invalid_argument outside of the domains, and if the row is empty.
std::size_t sample(std::span<const float> probabilities, double u);

}  // namespace answer
