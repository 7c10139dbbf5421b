#pragma once
/// Exercise 10: how far off a float is, counted in the gaps between floats.
///
///     ulp_distance(1.0F, 1.00000024F);   // 2: one float lies between the two
///     error_ulp(0.1F, 0.1);              // 0.2: a fifth of a gap too large
///
/// A float is a number of binary32: 24 bits of precision, the exponent of normal numbers from -126
/// to 127. Those below 2^-126 are subnormal, and evenly spaced, 2^-149 apart.

#include <cstddef>

namespace answer {

/// Computes: how many steps from one float to the next it takes from a to b, whichever is larger.
/// The same in both directions; 0 of equal numbers.
/// Domain: all floats but NaN. The steps go through zero, subnormal numbers and all: from -2^-149
/// to 2^-149 it takes two. -0 and +0 are one number, so they are 0 apart. Infinity is one step
/// past the largest float (projects differ here; so it is in the order of all floats).
/// Error: none. Cost: a few operations, however far the two are apart.
/// Throws: std::invalid_argument if one of them is NaN: it has no place among the floats.
std::size_t ulp_distance(float a, float b);

/// Computes: (computed - reference) / ulp(reference), with its sign: positive if the computed
/// number is too large. The reference is any real number, and the gap is the one there:
///     ulp(y) = 2^(max(floor(log2 |y|), -126) - 23),   ulp(0) = 2^-149
/// At a power of two that is the gap above it. Beyond the largest float it goes on as it stands.
/// Domain: finite references; computed may be infinite, and then the error is infinite too, with
/// its sign: infinity is not near to any number.
/// Error: relative, at most 4 * 2^-53: a difference in double is off by 2^-53 of itself, and a
/// division by a power of two by nothing; the rest is left for other ways to compute it.
/// Throws: std::invalid_argument if computed is NaN, or the reference NaN or infinite.
double error_ulp(float computed, double reference);

}  // namespace answer
