#pragma once
/// Exercise 15: the largest logit and the normalizer of a row that goes by once.
///
///     Running part;                // {-inf, 0}: no logit yet
///     part = push(part, 1.0F);     // {1, 1}
///     part = push(part, 3.0F);     // {3, 1.135335}
///     merge(part, {2.0F, 1.0F});   // {3, 1.503215}
///
/// Numbers are of binary32 (float); u = 2^-24 is its unit roundoff.
/// Domain: a Running that is given is one that push and merge may give: {-inf, 0}, or a finite max
/// and a normalizer from 1 to 2^24.
///
/// Write what these declare into answer.cpp. Its first lines show how.

#include <limits>

namespace answer {

/// Of a row: max is its largest logit m, normalizer is sum e^(z_i - m). Masked logits, those of
/// -inf, are not counted. Where there is nothing to count it is {-inf, 0}.
struct Running {
  float max = -std::numeric_limits<float>::infinity();
  float normalizer = 0.0F;
};

/// Computes: the Running of the row and one logit more. With m' = max(m, z):
///     {m', s e^(m - m') + e^(z - m')}
/// A masked logit, -inf, changes nothing, not even where nothing was counted yet. The first that is
/// no mask gives {z, 1}, however far below 0 it is.
/// Error: none of the maximum, and none where z is a mask or the first logit. Else, of the
/// normalizer, relative, at most (8 + min(d, 20)) u, where d is the distance of m and z. A
/// difference is off by d u, so its exponential by d u more than the 4 u of an exp of 2 ulp;
/// product and sum add u each. Beyond d = 20 the smaller of both counts for so little beside the
/// larger (s <= 2^24) that its error does too. It is still to be added: s = 2^24 is seen at d = 29.
/// Throws: std::invalid_argument if the logit is NaN or +inf.
Running push(Running row, float logit);

/// Computes: the Running of two rows together. With m = max(m_a, m_b):
///     {m, s_a e^(m_a - m) + s_b e^(m_b - m)}
/// {-inf, 0} is neutral: what is merged with it stays as it is, bit for bit, and two of them give
/// {-inf, 0}.
/// Error: none beside {-inf, 0}; else as that of push, with d the distance of the two maxima.
Running merge(Running a, Running b);

}  // namespace answer
