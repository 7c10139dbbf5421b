#pragma once
/// Exercise 7: when the textbook formula breaks, and how.
///
///     largest_safe_logit(3);                      // between 87 and 88: three of 88 are too large
///     diagnose(std::array{88.0F, 88.0F, 88.0F});  // sum_overflows
///
/// Both functions speak of the *unshifted* formula, e^(z_i) / sum of all e^(z_j), in binary32: each
/// exponential is a float, `std::exp(z)`, and they are added in order, from zero, each sum so far
/// being a float too.

#include <cstddef>
#include <span>

namespace answer {

/// Computes: the largest float z such that n logits of z survive the formula: e^z is finite, and so
/// is each sum so far of n of them. The float next above z does not survive.
/// Domain: n from 1 to 2^20.
/// Error: none, it is one float. (Where an exp that is 2 ulp off would make it another, as exp of
/// C libraries may be, it is not asked.)
/// Cost: at most some hundreds of sums of n floats. Nobody counts them; a check has a time limit.
/// Throws: std::invalid_argument if n is 0.
float largest_safe_logit(std::size_t n);

/// What the formula does to a row of logits.
enum Diagnosis : std::size_t {
  sound,                  ///< none of the following
  exponential_overflows,  ///< some e^z is infinite: its share is inf/inf
  sum_overflows,          ///< every e^z is finite, and their sum is not: all shares are silently 0
  sum_is_zero,            ///< every e^z is 0: all shares are 0/0
  digits_lost,            ///< some e^z is below the smallest normal float, 2^-126, so it is short
                          ///< of digits or 0; and its share, e^z over the sum of all as real
                          ///< numbers, is not below 2^-126: a float could have held it in full
};

/// Computes: the first of the four failures, in the order above, that is true of the row; if none
/// is, sound.
/// Domain: logits finite, or -inf, a mask: its exponential is 0 and its share is 0, so a mask has
/// no digits to lose. A row of masks alone has a sum of 0.
/// Error: none. (A row in which an exponential, a sum or a share is nearer to an end, the largest
/// float, 2^-126 or 2^-150, than (n + 8) u of it, u = 2^-24, is not asked: that is how far an exp
/// that is 2 ulp off and n roundings carry.)
/// Throws: std::invalid_argument if the row is empty, or holds a NaN or +inf, whatever
/// stands before it.
std::size_t diagnose(std::span<const float> logits);

}  // namespace answer
