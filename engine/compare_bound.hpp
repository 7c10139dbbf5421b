#pragma once
/// How far two runs of one algorithm may differ by rounding alone.
///
/// Each run errs by at most its bound; two that agree on the algorithm, the format and T, but
/// not on the order of the sum or the last digit of exp, differ by at most twice that:
///
///     |framework - candidate| <= 2 u bound |p|          probabilities
///     |framework - candidate| <= 2 u (bound + |l|)      log_softmax and log_sum_exp
///
/// Leading order in u, for sums in any order and an exp that errs by u. With R the range of the
/// exponents (the largest less the smallest logit, over T), M the largest |logit| / T, L = ln n,
/// and d the error of an exponent (0 unshifted and R shifted; where T is divided by, M unshifted,
/// 2R if subtracted first, R + 2M if scaled first):
///
///     shifted                  n + 2 + 2d          Theorem 4.3 at T = 1
///     unshifted                n + 3 + 2d          Theorem 3.3 at T = 1
///     online                   3n + 2 + 4d         each new maximum costs an exp and a product
///     division_free            n + 1 + 2d + R + 2L        as Theorem 4.4
///     unshifted_division_free  n + 1 + 2d + R + M + 2L    as Theorem 3.4
///     log_softmax              n + 2d + L
///     log_sum_exp              n + d + L (+ M where T is divided by)
///
/// Source: Blanchard, D. Higham and N. Higham (2021), and the same derivation with the division
/// by T counted. Where 2u bound is 1 or more it says nothing: it is vacuous.
///
/// Underflow is counted beside it. With h the smallest subnormal and S the normalizer, an
/// exponential and a quotient err by h/2 each, so that p errs by h/2 (1 + 1/S) of its own and by
/// n h/2 / S, relative, of the sum's. (No theory where S is 0, infinite or NaN.)

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "engine/format.hpp"
#include "engine/plan.hpp"

namespace softmax {

/// What the bounds depend on. Masked logits are not in it.
struct Spread {
  double n;          ///< unmasked logits
  double range;      ///< R
  double magnitude;  ///< M
};

/// Computes: the spread of held logits, divided by T.
Spread spread_of(std::span<const double> logits, double temperature);

/// What the division by T does to the error of an exponent.
enum class Scaling : std::uint8_t { none, subtract_first, scale_first };

/// Computes: the bound of one run, in units of u of the format that computes.
double run_bound(Algorithm algorithm, Scaling scaling, const Spread& spread);

/// Computes: the same in words: "n + 2 + 2 range".
std::string formula(Algorithm algorithm, Scaling scaling);

/// Computes: where it is from: "Blanchard, Higham and Higham 2021, Theorem 4.3".
std::string_view source(Algorithm algorithm, Scaling scaling);

/// |framework - candidate| <= relative |candidate| + absolute.
struct Allowance {
  double relative;
  double absolute;
  double in_u;          ///< of two runs: twice what `formula` comes to
  bool vacuous;         ///< it promises nothing
  std::string formula;  ///< of one run
  std::string source;
};

/// Computes: what two runs may differ by whose results were both rounded to `stored` at last.
/// Empty where the normalizer, as the candidate computed it, is 0, infinite or NaN.
std::optional<Allowance> allowance(Algorithm algorithm, Scaling scaling, const Spread& spread,
                                   const Format& working, const Format& stored, double normalizer);

}  // namespace softmax
