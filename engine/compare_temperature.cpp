#include "engine/compare_temperature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/compare_bound.hpp"
#include "engine/rounded.hpp"

namespace softmax {
namespace {

/// The outputs as logarithms known to within a bound.
class Outputs {
 public:
  Outputs(std::span<const double> logits, std::span<const Printed> printed, const Format& format)
      : logits_(logits),
        printed_(printed),
        format_(format),
        logarithms_(std::any_of(printed.begin(), printed.end(),
                                [](const Printed& p) { return p.value < 0; })) {}

  /// Whether the element says anything of T.
  [[nodiscard]] bool tells(std::size_t i) const {
    const Printed& p = printed_[i];
    if (!std::isfinite(p.value) || !std::isfinite(logits_[i])) { return false; }
    return logarithms_ || (p.value >= smallest_normal(format_) && p.digits > 0);
  }

  /// How far ln p_i may be off by printing and by one rounding; ln(1 + x) <= x / (1 - x).
  [[nodiscard]] double doubt(std::size_t i) const {
    const double half = printed_[i].quantum / 2;
    const double size = std::fabs(printed_[i].value);
    return unit_roundoff(format_) * (logarithms_ ? size : 1) +
           (logarithms_ ? half : half / (size - half));
  }

  [[nodiscard]] double logarithm(std::size_t i) const {
    const double value = printed_[i].value;
    return logarithms_ ? value : log_rounded(value, parse_format("binary64"));
  }

  [[nodiscard]] std::optional<std::size_t> surest() const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < logits_.size(); ++i) {
      if (tells(i) && (!best || doubt(i) < doubt(*best))) { best = i; }
    }
    return best;
  }

  /// The element whose logit is farthest from that of i, weighed with what is known of both.
  [[nodiscard]] std::optional<std::size_t> best_partner(std::size_t i) const {
    std::optional<std::size_t> best;
    double most = 0;
    for (std::size_t j = 0; j < logits_.size(); ++j) {
      const double weight =
          tells(j) ? std::fabs(logits_[i] - logits_[j]) / (doubt(i) + doubt(j)) : 0;
      if (weight > most) {
        most = weight;
        best = j;
      }
    }
    return best;
  }

 private:
  std::span<const double> logits_;
  std::span<const Printed> printed_;
  const Format& format_;
  bool logarithms_;
};

Given shortest_decimal(double value, double low, double high) {
  constexpr int enough = 17;
  for (int digits = 1; digits < enough; ++digits) {
    const Given given = Given::from_text(fmt::format("{:.{}g}", value, digits));
    const double read = given.held_in(parse_format("binary64"));
    if (low <= read && read <= high) { return given; }
  }
  return Given::from_text(fmt::format("{:.{}g}", value, enough));
}

}  // namespace

std::optional<RecoveredTemperature> recovered_temperature(std::span<const double> logits,
                                                          std::span<const Printed> outputs,
                                                          const Format& format) {
  const Outputs all(logits, outputs, format);
  const std::optional<std::size_t> i = all.surest();
  const std::optional<std::size_t> j = i ? all.best_partner(*i) : std::nullopt;
  if (!j) { return std::nullopt; }
  const double log_i = all.logarithm(*i);
  const double log_j = all.logarithm(*j);
  const double difference = logits[*i] - logits[*j];
  const double ratio = log_i - log_j;
  const double value = difference / ratio;
  if (!std::isfinite(value) || !(value > 0)) { return std::nullopt; }
  const Spread spread = spread_of(logits, value);
  const double doubt = all.doubt(*i) + all.doubt(*j) +
                       unit_roundoff(format) * (6 + 2 * (spread.range + 2 * spread.magnitude) +
                                                std::fabs(log_i) + std::fabs(log_j));
  if (!(doubt < std::fabs(ratio))) { return std::nullopt; }
  const double low = std::fabs(difference) / (std::fabs(ratio) + doubt);
  const double high = std::fabs(difference) / (std::fabs(ratio) - doubt);
  return RecoveredTemperature{low, high, shortest_decimal(value, low, high)};
}

}  // namespace softmax
