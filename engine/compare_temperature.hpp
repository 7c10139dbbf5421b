#pragma once
/// The temperature that outputs speak of: T = (z_i - z_j) / ln(p_i / p_j).
///
/// It is read off one pair, the best conditioned, as an interval that printing and rounding
/// leave; the shortest decimal in it is the likeliest to have been asked for.
///
///     recovered_temperature(logits, outputs, binary32)->shortest.text();    // "0.7"
///
/// It proves nothing: any two outputs agree with some T.

#include <optional>
#include <span>

#include "engine/compare_printed.hpp"

namespace softmax {

struct RecoveredTemperature {
  double low;
  double high;
  Given shortest;  ///< the shortest decimal between them
};

/// Computes: T from outputs that are numbers of the format; they are log-probabilities if one is
/// negative. Empty where no pair tells: equal logits, or a T that would not be positive.
/// Shapes: n logits, n outputs.
/// Error: ln p_i/p_j is off by h_i + h_j + u (6 + 2 (R + 2M)/T + |ln p_i| + |ln p_j|) at most: h
/// the relative half unit of the last printed digit; each p may be off by its exponent's roundings
/// (compare_bound.hpp, scaled first, the worst, which leaves room for rounding the logits), by
/// that of ln p, its exp, its division and its storing. Cost: n comparisons, two logs.
std::optional<RecoveredTemperature> recovered_temperature(std::span<const double> logits,
                                                          std::span<const Printed> outputs,
                                                          const Format& format);

}  // namespace softmax
