#pragma once
/// What answers are compared with: softmax and its kin as certified numbers, and how much error a
/// right program may make.

#include <span>
#include <vector>

#include "engine/certified.hpp"
#include "grader/wanted.hpp"

namespace softmax::grader {

/// Computes: p_i = e^(z_i / T) / sum_j e^(z_j / T), 0 where z_i is -inf. Of masks alone each is
/// undefined. Shapes: n >= 1 to n. Domain: no NaN, no +inf; T > 0 and finite.
std::vector<Certified> reference_softmax(std::span<const float> logits, double temperature = 1);

/// Computes: log sum_j e^z_j; -inf of masks alone. Domain: n >= 1.
Certified reference_log_sum_exp(std::span<const float> logits);

/// Computes: for each i a relative error of p_i that no right binary32 softmax exceeds:
///     t_i = (8 + 2 (d_i + ln n) + n/2 + s) 2u,   d_i = (z_max - z_i) / T,   u = 2^-24
/// A shifted logit is off by d u or less, so its exponential by d u, twice where it is divided by T
/// as well; the sum inherits the mean of d under p, which is at most ln n (it is the entropy less
/// the logarithm of the shifted sum, which is at least 1). An exp of 2 ulp costs 4u, the sum
/// (n - 1)u at most, the division u: Higham 2002, chapters 3 and 4. Where T is not 1 an answer may
/// scale before it shifts, and s = 2 max_j |z_j| / T.
std::vector<double> softmax_tolerances(std::span<const float> logits, double temperature = 1);

/// Computes: near(p_i, t_i) for each i, and exactly 0 where the logit is -inf.
std::vector<Wanted> wanted_softmax(std::span<const float> logits, double temperature = 1);

}  // namespace softmax::grader
