#pragma once
/// Exercise 5: one token above a crowd of equals.
///
/// n tokens, of which n - 1 have the same logit, and one stands above them by a gap g (or below
/// them, if g is negative). What share has that one; and which gap gives it a wanted share?
///
///     top_probability(10.0, 3);         // 0.99990920...
///     top_probability(10.0, 128000);    // 0.14681...
///     gap_for(0.5, 128000);             // 11.7597...: the logarithm of 127,999
///
/// All of it in double; u = 2^-53 is its unit roundoff. n is called classes.

#include <cstddef>

namespace answer {

/// Computes: p = 1 / (1 + (n - 1) e^(-g)).
/// Domain: n >= 1, whatever a std::size_t holds; g from -600 up, +inf included. What is below (-inf
/// too) is not asked. Of one class, p is 1.
/// Error: relative, (8 + 2 (|g| + ln n)) u. The formula as it stands rounds four times and takes
/// one exponential (2 ulp, so 4 u); where an exponent x is itself rounded, as in e^(ln(n-1) - g),
/// the exponential is off by |x| u more.
/// Throws: std::invalid_argument if n is 0, or g is NaN.
double top_probability(double gap, std::size_t classes);

/// Computes: the gap g for which top_probability(g, n) is p: its inverse. It is negative where p is
/// below 1/n, -inf for p = 0, and +inf for p = 1.
/// Domain: n >= 2; p is 0, or from 1e-300 to 1. What lies between 0 and 1e-300 is not asked.
/// Error: absolute, (4 + 8 (|ln p| + |ln(1 - p)| + ln n)) u. Three roundings before a logarithm
/// move it by 3 u; each logarithm is off by 2 ulp, so by 4 u of itself, and adding up to three of
/// them rounds twice.
/// Throws: std::invalid_argument if n is 0 or 1, where no gap changes anything, or if p is below 0,
/// above 1, or NaN.
double gap_for(double probability, std::size_t classes);

}  // namespace answer
