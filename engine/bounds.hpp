#pragma once
/// What theory promises of a run, beside what the run did: a priori bounds on its error.
///
///     for (const Bound& b : bounds(trace.runs[0], trace)) {
///       if (b.applies) { b.in_u; b.measured_in_u; b.ratio; b.vacuous; }   // 5, 0.71, 0.142, false
///     }
///
/// Two kinds, both relative, to leading order in u, and for softmax only (the outputs of
/// log_softmax and log_sum_exp may be zero):
///
/// *normwise*, of max |p^_i - p_i| / max p_i: the theorems of Blanchard, D. Higham and N. Higham,
/// IMA J. Numer. Anal. 41(4), 2021. Constants and norm are those of their test code
/// (github.com/higham/logsumexp-softmax-tests). With y = ln sum e^z_i:
///
///     unshifted                3.3   n + 3
///     unshifted_division_free  3.4   |y| + max |z_i - y| + n + 2
///     shifted                  4.3   n + 2 + 2 (z_max - z_min)
///     division_free            4.4   1 + max |z_i - y| + |y + n - z_min|
///
/// They speak of sums from one end to the other, in the working format, of T = 1, of an exp that
/// errs by at most u, and of no over- or underflow. Theorem 4.4 is of e^(z - y); our
/// division_free rounds no y but subtracts ln S from the shifted logits, and its own proof, below,
/// gives E more than 4.4 where z_i = z_min; no trial has come near (tests/engine).
///
/// *componentwise*, of |p^_i - p_i| / p_i, for each i, any order of summation, and any T:
///
///     w_i + E + 2c + s + 1                      ended by a division
///     w_i + E + 2c + s + c |ln S| + |ln p_i|    division-free
///
/// Proof. Let the exponent t_i be computed with an absolute error of w_i u at most. Its exponential
/// errs by w_i u + c u, the normalizer S by sum p_i (w_i + c) u and by s u of its summation; with
/// E = sum p_i w_i that is E + c + s. The quotient adds 1. Division-free, ln S is taken instead
/// (an absolute error of E + c + s, and c |ln S| of its rounding), t_i - ln S = ln p_i is
/// rounded (|ln p_i|), and e to it adds c. Each w_i is what its plan rounds:
///
///     T = 1          0 unshifted;       z_max - z_i shifted and online
///     T, subtracted first                2 (z_max - z_i)/T
///     T, scaled first  |z_i|/T unshifted; |z_i|/T + (z_max - z_i)/T shifted
///
/// (An error that all exponents share, such as that of the maximum, cancels in p.)
/// c is 1 for a correctly rounded exp and log, 2 for libm, which promises one ulp, up to 2u (the
/// manual of glibc, "Errors in Math Functions"; it is a promise of that libm only).
/// s is the constant of summation.hpp, times u of the accumulator over u, plus one rounding of the
/// normalizer (or of the addends) where their precisions differ. Online, T = 1 only: the shifts
/// of a term's rescalings add up to z_max - z_i, so w is the same, and s is n - 1 + (1 + c) K,
/// K the number of times that a new maximum rescales the sum.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/trace.hpp"

namespace softmax {

struct Bound {
  std::string name;     ///< "normwise" or "componentwise"
  std::string theorem;  ///< "Blanchard, Higham and Higham 2021, theorem 4.3"
  std::string formula;  ///< "n + 2 + 2 (z_max - z_min)", in u
  bool applies = false;
  std::string why_not;  ///< where it does not apply: "underflow at divide, element 3: ..."
  // Empty where it does not apply:
  std::optional<double> in_u;           ///< the bound over u
  std::optional<double> relative;       ///< the bound itself
  std::optional<double> measured_in_u;  ///< the error that it bounds, over u
  std::optional<double> ratio;          ///< measured / bound: at most 1, if theory is right
  std::size_t element = 0;              ///< where it was measured
  bool vacuous = false;                 ///< the bound is 1 or more: it promises nothing
};

/// Computes: the bounds of the run's algorithm, normwise first. A componentwise bound is one for
/// each element; shown is the element whose measured/bound is worst among those whose bound is
/// below 1 (among all, if there is none).
/// Units: u of the working format. n counts the unmasked logits; z are the held ones.
/// Domain: a run of the trace. Only `computed` of each row and the last row's references are read.
/// Error: doubles, by + - * / in a fixed order from certified values: the same bits everywhere, and
/// below n 2^-50 of the value, which is nothing beside the terms in u^2 that are left out.
/// Cost: a microsecond a logit.
std::vector<Bound> bounds(const Run& run, const Trace& trace);

/// Computes: at most six significant digits, rounded up: "5", "0.1", "1869.13".
/// Domain: finite, positive.
std::string bound_text(double bound);

}  // namespace softmax
