#pragma once
/// Exercise 8: softmax of any finite logits, some of them masked.
///
///     const std::vector<float> logits = {-200.0F, -201.0F, 7.0F};
///     const std::array masked = {false, false, true};
///     max_logit(logits, masked);                 // -200
///     softmax(logits, masked, probabilities);    // 0.731, 0.269, 0
///
/// A mask says which tokens are left out: masked[i] true means that logit i plays no part at all.
/// It may be any float, NaN and infinity too: nobody ever looked at what stands there. A logit of
/// -inf that is not masked is a mask of its own, as in all of the workbook. u = 2^-24.
///
/// Projects differ in what they make of a row in which everything is masked: NaN, equal shares, or
/// zeros. Here it is zeros: no token has a share, and nothing downstream is poisoned.

#include <span>

namespace answer {

/// Computes: the largest logit that is not masked; -inf if there is none.
/// Shapes: n >= 0 logits and n masks to one.
/// Error: none.
/// Throws: std::invalid_argument if the sizes differ, or if a logit that is not masked is NaN or
/// +inf.
float max_logit(std::span<const float> logits, std::span<const bool> masked);

/// Computes: p_i = e^(z_i - m) / sum_j e^(z_j - m) over the logits that are not masked, m the
/// largest of them; exactly 0 where the logit is masked or -inf. If all are, each p_i is 0.
/// Shapes: n >= 0 logits and n masks to n probabilities.
/// Domain: any finite logits or -inf, -3.4e38 beside 3.4e38 too.
/// Error: relative, at most (16 + 4 (d_i + ln n) + n) u, d_i = m - z_i, n counting the masked too;
/// where floats are too wide for that (subnormal numbers), the floats next to p_i on either side. A
/// subtraction off by u d_i moves its exponential by that much, and the sum by the mean of it, ln n
/// at most; an exp of 2 ulp costs 4u, a sum in any order (n - 1) u (Higham 2002, chapters 3 and 4),
/// the division u: a sound program is within half of what is allowed.
/// Throws: std::invalid_argument, before anything is written, if the sizes differ, or if a logit
/// that is not masked is NaN or +inf.
void softmax(std::span<const float> logits, std::span<const bool> masked,
             std::span<float> probabilities);

}  // namespace answer
