#pragma once
/// Exercise 3: from exponentials to shares of one whole.
///
///     const std::vector<float> exponentials = {7.389F, 2.718F, 1.105F};
///     normalizer(exponentials);                          // 11.212
///     normalize(exponentials, 11.212F, probabilities);   // 0.659, 0.242, 0.099
///
/// Exponentials are numbers of binary32 (float), none of them negative; u = 2^-24 is its unit
/// roundoff, half the step at 1. "NaN and infinity pass through" means: do what float's + and /
/// do, and nothing more. Trouble that is hidden here is found nowhere else.
///
/// Write what these declare into answer.cpp. Its first lines show how.

#include <span>

namespace answer {

/// Computes: Z = e_0 + e_1 + ... + e_(n-1), the sum of the row.
/// Shapes: n >= 1 numbers to one. Rows of 100,000 and more occur.
/// Order: any; so the last digits are yours, within the error.
/// Error: relative, at most n u. Any order of adding n numbers, none negative, in binary32 loses
/// (n - 1) u at most (Jeannerod and Rump 2013); the one more is for a sum that was held in more
/// bits and is rounded at the end.
/// NaN and infinity pass through; a sum beyond the largest float is inf.
/// Throws: std::invalid_argument if the row is empty.
float normalizer(std::span<const float> exponentials);

/// Computes: p_i = e_i / Z for each i, with the normalizer that is given. (It need not be the sum
/// of these exponentials: they may be a part of a longer row.)
/// Shapes: n >= 0 numbers to n; the caller gives probabilities its size.
/// Domain: Z is 2^-126 to 2^126, or 0, or inf, or NaN.
/// Error: 2 steps of float at p_i (2 ulp). A division is off by half a step; an exponential times
/// 1/Z by one and a half, for 1/Z is a normal number in this domain. Small shares too: those below
/// 2^-126 (subnormal) have a step of 2^-149.
/// NaN and infinity pass through: 0/0 and inf/inf are NaN, 1/inf is 0, 1/0 is inf.
/// Throws: std::invalid_argument, before anything is written, if the sizes differ.
void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities);

}  // namespace answer
