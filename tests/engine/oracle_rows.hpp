#pragma once
/// Seeded rows of logits, random and adversarial, with the settings to trace them in.

#include <string>
#include <vector>

#include "engine/trace.hpp"
#include "tests/engine/oracle.hpp"
#include "tests/engine/random.hpp"

namespace softmax::oracle {

struct TestRow {
  std::string kind;
  std::vector<Given> logits;
  std::vector<Truth> exactly;  ///< the same, before anything was rounded
  Settings settings;

  void add(double logit);
  void add(const std::string& decimal);
};

/// What the rows are about, in turn.
inline constexpr int kinds_of_rows = 10;

/// Computes: row number i of the seed's: logits spread evenly, gaps from 1e-300 to 1e308,
/// subnormal, equal, alone, masked, neighbours, long decimals, far from 0, many; in any format,
/// with any T from 1e-6 to 1e6 that the format holds, any order and accumulator.
TestRow test_row(int i, Random& random);

/// Computes: a line that names the row: its kind, format, T and logits.
std::string describe(const TestRow& row);

}  // namespace softmax::oracle
