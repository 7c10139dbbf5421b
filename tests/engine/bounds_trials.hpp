#pragma once
/// The bounds on trial: seeded rows of logits through algorithms and orders of summation, and for
/// each cell of a table the worst of measured/bound.
///
///     const Table table = run_trials({{3, 100}, {10, 50}}, plain, Claim::whole);
///     total(table, "normwise", Algorithm::shifted).exceeded;     // 0, if theory is right

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/bounds.hpp"
#include "tests/engine/random.hpp"

namespace softmax::trials {

inline constexpr std::uint64_t seed = 20210401;

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

/// One cell of the table.
struct Cell {
  std::string bound;  ///< "normwise" or "componentwise"
  std::string format;
  Algorithm algorithm;
  SumOrder order;
  std::size_t n;

  auto operator<=>(const Cell&) const = default;
};

using Table = std::map<Cell, Tally>;

/// So many rows of n logits in each format.
struct Rows {
  std::size_t n;
  std::size_t count;
};

/// What a row is traced with besides an algorithm and an order: T, the accumulator, exp.
using Conditions = void (*)(Random& random, Settings& settings);

/// T = 1, sums in the format itself, exp correctly rounded: what the theorems speak of.
void plain(Random& random, Settings& settings);

/// Any T from 1/4 to 4 in either order, any accumulator, either exp.
void varied(Random& random, Settings& settings);

/// Computes: the table of all trials: every row through each algorithm and order, 17 of them.
/// Rows are spread, skewed, equal or sorted, narrow enough that little underflows; under `varied`
/// some of their logits are masked.
Table run_trials(const std::vector<Rows>& rows, Conditions conditions, Claim claim);

/// Computes: the sum of the cells of a kind of bound (and of one algorithm).
Tally total(const Table& table, const std::string& bound,
            std::optional<Algorithm> algorithm = std::nullopt);

/// Computes: the table as text, a line for each format, algorithm and order, a column for each n.
std::string text(const Table& table, const std::string& bound);

/// Computes: the totals of each algorithm and bound as text.
std::string summary(const Table& table);

}  // namespace softmax::trials
