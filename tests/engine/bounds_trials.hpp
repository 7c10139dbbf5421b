#pragma once
/// The bounds on trial: seeded rows of logits through algorithms and orders of summation, and for
/// each cell of a table the worst of measured/bound.
///
///     const Table table = run_trials({{2, 100}, {10, 50}}, plain, Claim::whole);
///     total(table, "normwise", Algorithm::shifted).exceeded;    // 0, if theory is right

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/engine/bounds_table.hpp"
#include "tests/engine/random.hpp"

namespace softmax::trials {

inline constexpr std::uint64_t seed = 20210401;

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

}  // namespace softmax::trials
