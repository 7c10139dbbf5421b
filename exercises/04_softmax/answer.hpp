#pragma once
/// Exercise 4: softmax from its three stages, for one row and for many.
///
///     const std::vector<float> logits = {2.0F, 1.0F, 0.1F,  3.0F, 3.0F, 3.0F};
///     softmax(std::span(logits).first(3), one);    // 0.659, 0.242, 0.099
///     softmax_rows(logits, 3, all);                // the same, and 0.333, 0.333, 0.333
///
/// Numbers are those of binary32 (float), u = 2^-24 is its unit roundoff. The stages are given, at
/// the end of this page; they are right, and you may use them or not.

#include <cmath>
#include <cstddef>
#include <span>

namespace answer {

/// Computes: p_i = e^(z_i) / (e^(z_0) + ... + e^(z_(n-1))) for each i.
/// Shapes: 1 <= n <= 4096 logits to n probabilities; the caller gives probabilities its size.
/// Domain: |z_i| <= 80, or -inf, a mask, whose probability is 0; not all are masked. In this domain
/// neither an exponential nor a sum of them overflows: e^80 is 5.5e34. What is subtracted first, if
/// anything, must leave it so. Outside of the domain (NaN, +inf, masks alone) nothing is asked.
/// Error: relative, (n + 8 + 4 max |z|) u, with the maximum over what is not masked. The sum may
/// cost n - 1, the division 1, the exponentials 4 each in numerator and sum; whoever subtracts the
/// largest logit first may need 2 (z_max - z_min) more, which is 4 max |z| at most (Blanchard,
/// D. Higham and N. Higham 2021, theorem 4.3).
/// Probabilities below 2^-126 (subnormal): 3 steps of 2^-149 more.
/// Throws: std::invalid_argument if the row is empty, or the sizes differ.
void softmax(std::span<const float> logits, std::span<float> probabilities);

/// Computes: the softmax of each row of a matrix.
/// Shapes: rows x columns logits to as many probabilities, row after row (row-major): the logit of
/// row r and column c is logits[r * columns + c]. At least one row.
/// Domain and error: of each row, those of softmax, n being columns.
/// Throws: std::invalid_argument if columns is 0, if there are no logits, if their number is no
/// multiple of columns, if the sizes differ.
void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities);

/// The stages, as exercises 2 and 3 have them. Input and output may be the same numbers.
namespace given {

/// Computes: e^(z_i) for each i.
inline void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  for (std::size_t i = 0; i < logits.size(); ++i) { exponentials[i] = std::exp(logits[i]); }
}

/// Computes: the sum of the exponentials.
inline float normalizer(std::span<const float> exponentials) {
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum;
}

/// Computes: e_i / normalizer for each i.
inline void normalize(std::span<const float> exponentials, float normalizer,
                      std::span<float> probabilities) {
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace given
}  // namespace answer
