#include "engine/compare_temperature.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "engine/compare_bound.hpp"
#include "engine/rounded.hpp"

namespace softmax {
namespace {

constexpr std::size_t most_pairs = 64;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// The inverse temperatures that are left, 1/T: every bound is linear in it.
struct Inverse {
  double low = 0;
  double high = infinity;
};

Inverse both(const Inverse& a, const Inverse& b) {
  return {std::max(a.low, b.low), std::min(a.high, b.high)};
}

/// The outputs as logarithms known to within a bound.
class PrintedRow {
 public:
  PrintedRow(std::span<const double> logits, std::span<const Printed> printed, const Format& format)
      : logits_(logits),
        printed_(printed),
        format_(format),
        spread_(spread_of(logits, 1)),
        logarithms_(std::any_of(printed.begin(), printed.end(),
                                [](const Printed& p) { return p.value < 0; })) {}

  /// What all pairs agree on; empty where there is no pair.
  [[nodiscard]] std::optional<Inverse> agreed() const {
    const std::optional<std::size_t> i = surest();
    const std::vector<std::size_t> others = i ? partners(*i) : std::vector<std::size_t>{};
    if (others.empty()) { return std::nullopt; }
    Inverse left;
    for (const std::size_t j : others) {
      left = both(left, logits_[*i] > logits_[j] ? pair(*i, j) : pair(j, *i));
    }
    return left;
  }

 private:
  /// Whether the element says anything of T.
  [[nodiscard]] bool tells(std::size_t i) const {
    const Printed& p = printed_[i];
    if (!std::isfinite(p.value) || !std::isfinite(logits_[i])) { return false; }
    return logarithms_ || (p.value >= smallest_normal(format_) && p.digits > 0);
  }

  /// How far ln p_i may lie above what was printed; ln(1 + x) <= x.
  [[nodiscard]] double above(std::size_t i) const {
    const double half = printed_[i].quantum / 2;
    return logarithms_ ? half : half / printed_[i].value;
  }

  /// How far below; -ln(1 - x) <= x / (1 - x).
  [[nodiscard]] double below(std::size_t i) const {
    const double half = printed_[i].quantum / 2;
    return logarithms_ ? half : half / (printed_[i].value - half);
  }

  [[nodiscard]] double doubt(std::size_t i) const {
    return unit_roundoff(format_) * (logarithms_ ? std::fabs(printed_[i].value) : 1) + below(i);
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

  /// The elements whose logits are farthest from that of i, weighed with what is known of them.
  [[nodiscard]] std::vector<std::size_t> partners(std::size_t i) const {
    std::vector<std::size_t> chosen;
    for (std::size_t j = 0; j < logits_.size(); ++j) {
      if (tells(j) && logits_[j] != logits_[i]) { chosen.push_back(j); }
    }
    const auto weight = [&](std::size_t j) {
      return std::fabs(logits_[i] - logits_[j]) / (doubt(i) + doubt(j));
    };
    std::sort(chosen.begin(), chosen.end(), [&](std::size_t a, std::size_t b) {
      return weight(a) > weight(b) || (weight(a) == weight(b) && a < b);
    });
    chosen.resize(std::min(chosen.size(), most_pairs));
    return chosen;
  }

  /// |difference / T - ratio| <= constant + slope / T, for z_i > z_j.
  [[nodiscard]] Inverse pair(std::size_t i, std::size_t j) const {
    const double u = unit_roundoff(format_);
    const double log_i = logarithm(i);
    const double log_j = logarithm(j);
    const double difference = logits_[i] - logits_[j];
    const double constant = u * (6 + std::fabs(log_i) + std::fabs(log_j));
    const double slope = u * (3 * spread_.range + 4 * spread_.magnitude);
    const double least = log_i - below(i) - log_j - above(j) - constant;
    const double most = log_i + above(i) - log_j + below(j) + constant;
    return {least / (difference + slope),
            difference > slope ? most / (difference - slope) : infinity};
  }

  std::span<const double> logits_;
  std::span<const Printed> printed_;
  const Format& format_;
  Spread spread_;
  bool logarithms_;
};

/// The value to so many digits, as it is written: 10, not 1e+01.
Given rounded_to(int digits, double value) {
  const Given given = Given::from_text(fmt::format("{:.{}g}", value, digits));
  return Given::from_text(fmt::format("{}", given.held_in(parse_format("binary64"))));
}

/// One unit of the last of so many digits.
double unit_of(int digits, double value) {
  const std::string text = fmt::format("{:.{}e}", value, digits - 1);
  const int exponent = std::stoi(text.substr(text.find('e') + 1)) - digits + 1;
  return Given::from_text(fmt::format("1e{}", exponent)).held_in(parse_format("binary64"));
}

void add_if_new(std::vector<Given>& decimals, const Given& given, const Format& format) {
  const double held = given.held_in(format);
  const bool same = std::any_of(decimals.begin(), decimals.end(),
                                [&](const Given& each) { return each.held_in(format) == held; });
  if (!same && held > 0 && std::isfinite(held)) { decimals.push_back(given); }
}

/// The nearest to the value that lie in the interval and that the format tells apart.
void add_decimals(std::vector<Given>& decimals, const RecoveredTemperature& found, double value,
                  int digits) {
  for (const int steps : {0, -1, 1}) {
    const Given given = rounded_to(digits, value + steps * unit_of(digits, value));
    if (found.suits(given.held_in(parse_format("binary64")))) {
      add_if_new(decimals, given, found.format);
    }
  }
}

/// Those of the fewest digits, then those of one more.
std::vector<Given> decimals_in(const RecoveredTemperature& found, double value) {
  constexpr int enough = 17;
  std::vector<Given> decimals;
  for (int digits = 1; digits <= enough; ++digits) {
    const bool last = !decimals.empty();
    add_decimals(decimals, found, value, digits);
    if (last) { break; }
  }
  return decimals;
}

/// Where the outputs may be uniform, the higher T the likelier: powers of ten apart.
std::vector<Given> decimals_above(const RecoveredTemperature& found) {
  std::vector<Given> decimals;
  for (const double times : {2, 20, 200}) {
    add_if_new(decimals, rounded_to(1, times * found.low), found.format);
  }
  return decimals;
}

}  // namespace

std::optional<RecoveredTemperature> recovered_temperature(std::span<const double> logits,
                                                          std::span<const Printed> outputs,
                                                          const Format& format) {
  const std::optional<Inverse> left = PrintedRow(logits, outputs, format).agreed();
  if (!left || left->high == infinity) { return std::nullopt; }
  RecoveredTemperature found{format, infinity, 0, {}};
  if (left->high > 0) {
    found.low = 1 / left->high;
    found.high = left->low > 0 ? 1 / left->low : infinity;
  }
  if (found.none() || found.suits(1)) { return found; }
  found.tried = std::isfinite(found.high) ? decimals_in(found, 2 / (left->low + left->high))
                                          : decimals_above(found);
  return found;
}

bool logits_differ(std::span<const double> logits) { return spread_of(logits, 1).range > 0; }

}  // namespace softmax
