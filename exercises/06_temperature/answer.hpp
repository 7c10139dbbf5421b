#pragma once
/// Exercise 6: softmax with a temperature, from one limit to the other.
///
///     const std::vector<float> logits = {2.0F, 1.0F, 0.1F};
///     softmax(logits, 0.5F, probabilities);    // 0.864, 0.117, 0.019
///     softmax(logits, 0.0F, probabilities);    // 1, 0, 0
///
/// Numbers are those of binary32 (float), u = 2^-24 is its unit roundoff.

#include <span>

namespace answer {

/// Computes: p_i = e^(z_i/T) / (e^(z_0/T) + ... + e^(z_(n-1)/T)) for each i, and at both ends of T
/// the limits:
///
///     T = 0      equal shares for all logits that are equal to the largest, 0 for the others
///     T = inf    equal shares for all that are not masked
///
/// Projects differ about T = 0: some refuse it, some take one of the tied largest. Here it is the
/// limit, so the tied share.
/// Shapes: 1 <= n logits to n probabilities; the caller gives probabilities its size.
/// Domain: |z_i| <= 1e5, or -inf, a mask, whose probability is 0 at every T; not all are masked.
/// Every T from 0 to inf, the smallest floats included; -0 is 0. Logits outside of the domain (NaN,
/// +inf, larger ones, masks alone) are not asked.
/// Error: relative, (n + 8 + 4 (d + ln n)) u, where d = (z_max - z_i)/T is how far the logit is
/// from the largest, in the units that count. The sum may cost n - 1, the division 1, the
/// exponentials 4 each in numerator and sum. An exponent of d that was rounded twice costs 2 d, and
/// the sum no more than 2 ln n for all of its exponents, because sum p_i d_i <= ln n
/// (engine/bounds.hpp has the proof); twice of both leaves room for another order of steps. How far
/// the row as a whole is from 0 has no place in it.
/// Probabilities below 2^-126 (subnormal): 3 steps of 2^-149 more.
/// Throws: std::invalid_argument if T is negative or NaN, if the row is empty, if the sizes differ;
/// at both limits too.
void softmax(std::span<const float> logits, float temperature, std::span<float> probabilities);

}  // namespace answer
