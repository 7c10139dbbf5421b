#pragma once
/// Exercise 17: a softmax with temperature, mask and shift, to be repaired.
///
///     logits {2, 1, 0.1}, none masked, T = 2           // 0.5017, 0.3043, 0.1940
///     logits {2, 1, 0.1}, the first masked, T = 1      // 0, 0.7109, 0.2891
///
/// The code is in answer.cpp, and this is what it should do.

#include <span>

namespace answer {

/// Computes: p_i = e^(z_i / T) / sum e^(z_j / T) over the tokens that are not masked, and exactly 0
/// for those that are. Where all are masked, all are 0.
/// Shapes: n >= 1 logits, n flags (true: masked) and n probabilities.
/// Domain: 2^-126 <= T <= 2^120. Logits that are not masked are finite, and 2^126 in size at most:
/// the difference of any two fits a float. (Larger ones may be refused or not: no check asks.) A
/// masked logit may be anything, infinite or NaN too: what does not count is not looked at.
/// Error: |p_i computed - p_i| <= (3 (d_i + ln n) + n + 16) u p_i + 2^-147, where u = 2^-24, d_i is
/// the distance of z_i from the largest logit, divided by T, and n counts the unmasked. The shift,
/// 1/T and the product each cost d u; in the sum that comes to the mean of d, which is ln n at
/// most. An exp of 2 ulp costs 4 u twice, the sum (n - 1) u, the division u. 2^-147 is four steps
/// of the subnormal numbers.
/// So what is divided by T is a difference: z/T alone may be beyond the largest float, and its
/// rounding is as large as the logits.
/// Throws: std::invalid_argument if the row is empty, if sizes differ, if T is not in its domain
/// (0 and NaN are not), or if a logit is NaN or infinite and not masked.
void softmax(std::span<const float> logits, std::span<const bool> masked, float temperature,
             std::span<float> probabilities);

}  // namespace answer
