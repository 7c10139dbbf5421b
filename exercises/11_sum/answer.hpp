#pragma once
/// Exercise 11: a sum that keeps what each addition loses.
///
///     rounding_error(0.1F, 0.2F);        // -7.45e-9: the float sum is that much too large
///     const float big = 1073741824;      // 2^30: floats are 128 apart there
///     accurate_sum(std::array{1.0F, big, 1.0F, -big});    // 2; a plain loop gives 0
///
/// u = 2^-24 is the unit roundoff of a float.

#include <span>

namespace answer {

/// Computes: what the addition of two floats loses: the real number a + b less the float a + b. It
/// is a float itself (Dekker 1971), so it can be given exactly.
/// Domain: |a| and |b| at most 2^126, in any order of size.
/// Error: none.
/// Throws: std::invalid_argument if a or b is NaN or infinite.
float rounding_error(float a, float b);

/// Computes: the sum s of the row; of an empty one it is 0.
/// Shapes: 0 to 2^20 numbers to one.
/// Domain: the sizes of the finite numbers add up to at most 2^126; any order, large and small,
/// positive and negative mixed. If a number is not finite, the result is what adding one after the
/// other gives, in any order: inf or -inf if there are infinities of one sign and no NaN, else NaN.
/// Error: absolute, at most 2u |s| + 2 n^2 u^2 sum |x_j|; the floats next to s are right in any
/// case. A sum of floats that keeps what each addition loses, and adds that at the end, is within
/// half of this (Ogita, Rump and Oishi 2005, proposition 4.5). The plain sum is not: its error
/// has u where this has u^2 (Higham 2002, chapter 4).
float accurate_sum(std::span<const float> values);

}  // namespace answer
