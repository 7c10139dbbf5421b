#pragma once
/// Exercise 16: a softmax of a row as long as a vocabulary.
///
///     const std::vector<float> logits = {2.0F, 1.0F, 0.1F, mask};   // mask is -inf
///     softmax(logits, probabilities);                               // 0.659, 0.242, 0.099, 0
///
/// Right first, then fast: what is computed is fixed by this page, how is not.
///
/// Write what it declares into answer.cpp. Its first lines show how.

#include <span>

namespace answer {

/// Computes: p_i = e^z_i / sum_j e^z_j for each i.
/// Shapes: n logits to n probabilities, n from 1 to 128,256 and more; n need not be a multiple of
/// anything. The two rows do not overlap.
/// Domain: finite logits of any size, and -inf, a mask: its probability is exactly 0, and it counts
/// in no sum. Where all are masked, all probabilities are 0. (Programs differ there: NaN and equal
/// shares are met too.)
/// Error: |p_i computed - p_i| <= (d_i + ln n + n/8 + 25) u p_i + 2^-147, where d_i is the distance
/// of z_i from the largest logit and u = 2^-24. A shifted logit is off by d u, and so is its
/// exponential; in the sum that comes to the mean of d, which is ln n at most. An exp of 2 ulp
/// costs 4 u twice, 1/sum and a product 2 u. The sum may cost n/8 u and 7 more: that is eight sums
/// side by side which are then added (Jeannerod and Rump 2013); one in double is better
/// still, so are blocks or halves if no more than 16 floats are added in a row, and one sum of n
/// floats is not enough. 2^-147 is four steps of the
/// subnormal numbers: they are not to be flushed to 0.
/// Throws: std::invalid_argument if a logit is NaN or +inf, if the row is empty, or if the sizes
/// differ.
void softmax(std::span<const float> logits, std::span<float> probabilities);

}  // namespace answer
