// The seeded rows that certified_trace_test takes reach the corners that they are said to: a
// corner that no row comes near is not tested, however many rows there are.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <iostream>
#include <limits>
#include <vector>

#include "engine/compute.hpp"
#include "tests/engine/oracle_rows.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 20210405;  // as in certified_trace_test
constexpr double least_normal = std::numeric_limits<double>::min();

/// How many rows in binary64 have it.
struct Corners {
  int rows = 0;
  int smallest_gap = 0;  ///< below the maximum: 1e-299 at most, and normal
  int largest_gap = 0;   ///< 1e307 at least
  int subnormal = 0;
  int alone = 0;
  int smallest_temperature = 0;  ///< 1e-6 as held
  int largest_temperature = 0;   ///< 1e6
};

template <class Condition>
int any(const std::vector<double>& z, const Condition& condition) {
  return std::any_of(z.begin(), z.end(), condition) ? 1 : 0;
}

void take_row(const oracle::TestRow& row, Corners& to) {
  const Format& format = row.settings.arithmetic.format;
  if (format.name != "binary64") { return; }
  const std::vector<double> z = hold_logits(row.logits, format);
  const double largest = *std::max_element(z.begin(), z.end());
  const double temperature = hold_temperature(row.settings.temperature, format);
  ++to.rows;
  to.smallest_gap +=
      any(z, [&](double x) { return largest - x >= least_normal && largest - x <= 1e-299; });
  // Halves, as the gap itself may be beyond the doubles; a mask is no gap.
  to.largest_gap +=
      any(z, [&](double x) { return std::isfinite(x) && largest / 2 - x / 2 >= 1e307 / 2; });
  to.subnormal += any(z, [](double x) { return x != 0 && std::fabs(x) < least_normal; });
  to.alone += z.size() == 1 ? 1 : 0;
  to.smallest_temperature += temperature == 1e-6 ? 1 : 0;
  to.largest_temperature += temperature == 1e6 ? 1 : 0;
}

}  // namespace

TEST_CASE("the 10,000 rows come to every corner in binary64 at least thirty times") {
  CAPTURE(seed);
  Random random(seed);
  Corners c;
  for (int i = 0; i < 10'000; ++i) { take_row(oracle::test_row(i, random), c); }
  std::cout << fmt::format(
      "seed {}: of {} rows in binary64 {} have a gap of 1e-300, {} of 1e308, {} a subnormal logit, "
      "{} one logit, {} T = 1e-6, {} T = 1e6\n",
      seed, c.rows, c.smallest_gap, c.largest_gap, c.subnormal, c.alone, c.smallest_temperature,
      c.largest_temperature);
  CHECK(std::min({c.smallest_gap, c.largest_gap, c.subnormal, c.alone, c.smallest_temperature,
                  c.largest_temperature}) >= 30);
}

}  // namespace softmax
