#pragma once
/// The temperatures that outputs speak of: T = (z_i - z_j) / ln(p_i / p_j).
///
/// Each pair of outputs tells T as far as printing and rounding leave it. What all pairs agree on
/// is an interval; the shortest decimal in it is the likeliest to have been asked for.
///
///     const auto found = recovered_temperature(logits, outputs, binary32);
///     found->low, found->high;         // 0.69 and 0.71
///     found->tried.front().text();    // "0.7"
///
/// It proves nothing: any two outputs agree with some T, and few digits with many.

#include <optional>
#include <span>
#include <vector>

#include "engine/compare_printed.hpp"

namespace softmax {

struct RecoveredTemperature {
  Format format;  ///< that the outputs are taken to be stored in
  double low;
  double high;               ///< infinity where the outputs may be uniform
  std::vector<Given> tried;  ///< decimals between, the shortest first; none where 1 is between

  [[nodiscard]] bool suits(double temperature) const {
    return low <= temperature && temperature <= high;
  }
  /// Whether no temperature suits every pair.
  [[nodiscard]] bool none() const { return !(low <= high); }
};

/// Computes: T from outputs that are numbers of the format; they are log-probabilities if one is
/// negative. Empty where no pair tells: equal logits, nothing finite.
/// Shapes: n logits, n outputs.
/// The pairs are those of the output that is known best with the 64 others that tell most. To be
/// tried are the three nearest to the middle of the fewest digits that will do, and the three of
/// one digit more, as far as they lie within; of an interval without end 2, 20 and 200 times its
/// beginning.
/// Error: ln p_i/p_j is off by h_i + h_j + u (6 + (3R + 4M)/T + |ln p_i| + |ln p_j|) at most: h
/// the relative half unit of the last printed digit; each p may be off by its exponent's roundings
/// (compare_bound.hpp, scaled first, the worst, which leaves room for rounding the logits), by
/// that of ln p, its exp, its division and its storing; T by its own. The sum is in both and tells
/// nothing, so that this is sharper than the bounds of a run. Exponentials that underflow under a
/// sum below 1 are not accounted for. Cost: n log n comparisons, 65 logs.
std::optional<RecoveredTemperature> recovered_temperature(std::span<const double> logits,
                                                          std::span<const Printed> outputs,
                                                          const Format& format);

/// Computes: whether the unmasked logits differ at all; T shows in the outputs only if they do.
bool logits_differ(std::span<const double> logits);

}  // namespace softmax
