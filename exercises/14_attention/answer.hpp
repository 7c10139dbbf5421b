#pragma once
/// Exercise 14: one query, the keys it may see, and what it gets from them.
///
///     query    {2, 0, 0, 0}                             d = 4
///     keys     {2, 0, 0, 0,  1, 5, 0, 0,  9, 9, 9, 9}   n = 3 rows of d
///     values   {10, 20, 1000}                           n = 3 rows of m = 1
///     scores(query, keys, 1, row);                      // 2, 1, -inf
///     attend(query, keys, values, 1, output);           // 12.689414
///
/// Shapes: the query has d numbers; keys are n rows of d, one row after the other; values are n
/// rows of m. d, n and m are 1 or more. The position t is the query's own: it sees the keys 0 to t.
/// It need not be the last.
/// Domain: finite numbers. Of each key that is seen S_j = sum_i |q_i k_ji| / sqrt(d) fits binary32,
/// though the same sum without the root may not; no q_i, k_ji or product q_i k_ji / sqrt(d) but 0
/// is below 2^-100 in size. Keys after t may be any finite numbers: they have no part in anything.
/// Values are 2^100 at most.
/// u = 2^-24 is the unit roundoff of binary32 (float).
///
/// Write what these declare into answer.cpp. Its first lines show how.

#include <cstddef>
#include <span>

namespace answer {

/// Computes: s_j = (q_0 k_j0 + q_1 k_j1 + ...) / sqrt(d) for j <= t, and -inf for j > t.
/// Shapes: n numbers into row.
/// Error: at most (d + 4) u S_j. The d products and d - 1 additions cost d u (Jeannerod and Rump
/// 2013), the root, its reciprocal and the scaling 3 u; the last one is for their products. A score
/// that fits binary32 is finite, whatever its numbers are on the way.
/// Throws: std::invalid_argument if the query or the row is empty, if there are not n d keys, or if
/// t is not below n.
void scores(std::span<const float> query, std::span<const float> keys, std::size_t position,
            std::span<float> row);

/// Computes: o = w_0 v_0 + ... + w_t v_t, where w is the softmax of s_0 to s_t.
/// Shapes: n is as many as the keys have rows of d; m numbers into output.
/// Error: at most (2 (d + 6) S + 2 (t + 1) + 16) u A in each number, where S is the largest S_j and
/// A = sum w_j |v_j|, and (t + 1) 2^-147 max(|v_j|, 1) besides for what underflows. A score that
/// is off by e moves a weight by the factor exp(2 e) at most, shifting it by the maximum costs 2 S
/// u; an exp of 2 ulp costs 4 u twice, the two sums t u each.
/// Scores of any size in the domain are allowed: 1000 and -1000 too.
/// Throws: std::invalid_argument if the query, the keys or the output is empty, if the keys are no
/// whole rows of d, if there are not n m values, or if t is not below n.
void attend(std::span<const float> query, std::span<const float> keys,
            std::span<const float> values, std::size_t position, std::span<float> output);

}  // namespace answer
