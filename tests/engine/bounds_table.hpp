#pragma once
/// What became of many bounds on trial: a table with a cell for each format, algorithm, order of
/// summation and size, and its text.

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "engine/bounds.hpp"

namespace softmax::trials {

/// How much of each bound is claimed. A third is false, which shows that the check can fail.
enum class Claim : std::uint8_t { whole, third };

/// What became of one bound in its trials.
struct Tally {
  std::size_t trials = 0;
  std::size_t not_applicable = 0;  ///< over- or underflow, or settings that the proof leaves out
  std::size_t vacuous = 0;         ///< the bound is 1 or more
  std::size_t exceeded = 0;        ///< below 1, and the error larger than what is claimed
  double worst = 0;                ///< the largest measured/bound among those below 1
  double worst_vacuous = 0;        ///< and among those that are not

  void take(const Bound& bound, Claim claim);
  Tally& operator+=(const Tally& more);
  /// How many bounds were below 1, and so promised something.
  [[nodiscard]] std::size_t promises() const { return trials - not_applicable - vacuous; }
};

/// One line of the table.
struct Line {
  std::string bound;  ///< "normwise" or "componentwise"
  std::string format;
  Algorithm algorithm;
  SumOrder order;

  auto operator<=>(const Line&) const = default;
};

/// For each line, and each n, what became of the bounds.
using Table = std::map<Line, std::map<std::size_t, Tally>>;

/// What is tried, in the order in which a table lists it.
inline constexpr std::array<const char*, 7> formats = {
    "e4m3fn", "e5m2", "3,-60,60", "bfloat16", "binary16", "binary32", "binary64"};
inline constexpr std::array algorithms = {Algorithm::unshifted, Algorithm::unshifted_division_free,
                                          Algorithm::shifted, Algorithm::division_free,
                                          Algorithm::online};
inline constexpr std::array orders = {SumOrder::sequential, SumOrder::reverse, SumOrder::pairwise,
                                      SumOrder::compensated};

/// Computes: the sum over all lines of a kind of bound (and of one algorithm).
Tally total(const Table& table, const std::string& bound,
            std::optional<Algorithm> algorithm = std::nullopt);

/// Computes: the table as text, a line for each format, algorithm and order, a column for each n.
std::string text(const Table& table, const std::string& bound);

/// Computes: the totals of each algorithm and bound as text.
std::string summary(const Table& table);

}  // namespace softmax::trials
