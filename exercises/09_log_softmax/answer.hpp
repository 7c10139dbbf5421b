#pragma once
/// Exercise 9: logarithms of a softmax that neither overflow nor vanish.
///
///     const std::vector<float> logits = {0.0F, -150.0F};
///     log_sum_exp(logits);                       // 0, for e^-150 is next to nothing
///     log_softmax(logits, log_probabilities);    // 0, -150
///
/// A logit of -inf is a mask. u = 2^-24. The errors below are absolute, for a logarithm may well be
/// 0: they are what one float operation after the other may add up to, taken twice. A sum of n
/// exponentials is off by (n - 1) u of itself (Higham 2002, chapter 4), by 4u for an exp of 2 ulp,
/// and by ln n u at most for differences that were rounded; an error of the sum, relative, is one
/// of its logarithm, absolute. A log of 2 ulp costs 4u ln n.

#include <span>

namespace answer {

/// Computes: y = ln(sum_j e^(z_j)); -inf if every logit is -inf, or if there is none; +inf if one
/// is +inf.
/// Shapes: n >= 0 logits to one number.
/// Domain: any finite logits, and both infinities.
/// Error: absolute, at most 2 (|y| + n + 5 ln n + 4) u; the floats next to y are right in any case.
/// Of finite logits y is finite: of two of the largest float it is that float, not inf.
/// Throws: std::invalid_argument if a logit is NaN, beside +inf too.
float log_sum_exp(std::span<const float> logits);

/// Computes: l_i = ln p_i = z_i - y for each i; -inf where the logit is -inf.
/// Shapes: n >= 1 logits to n logarithms.
/// Domain: finite logits, at least one, and -inf. An l_i that no float reaches is -inf.
/// Error: absolute, at most 2 (2 d_i + n + 6 ln n + 4) u, where d_i = z_max - z_i; the floats next
/// to l_i are right in any case. It does not grow with the logits, only with their differences.
/// Throws: std::invalid_argument, before anything is written, if the sizes differ, if a logit is
/// NaN or +inf, or if none is finite (an empty row too): nothing has a share then.
void log_softmax(std::span<const float> logits, std::span<float> log_probabilities);

}  // namespace answer
