// The bounds against what runs really do: never exceeded where they are below 1 and nothing over-
// or underflowed. A bound of 1 or more promises nothing, and may be.

#include <catch2/catch_test_macros.hpp>
#include <iostream>

#include "tests/engine/bounds_trials.hpp"

using namespace softmax;
using namespace softmax::trials;

namespace {

void print(const Table& table) {
  std::cout << "Seed " << seed << ". In each column: the worst measured/bound where the bound is "
            << "below 1 (- if it\nnever is), the share of vacuous bounds, the share where none "
            << "applies (over- or underflow).\n\n"
            << text(table, "normwise") << '\n'
            << text(table, "componentwise") << '\n'
            << summary(table);
}

void check_none_exceeded(const Table& table) {
  CAPTURE(seed, summary(table));
  CHECK(total(table, "normwise").exceeded == 0);
  CHECK(total(table, "componentwise").exceeded == 0);
}

}  // namespace

TEST_CASE("in 100,000 trials no bound below 1 is exceeded", "[sweep]") {
  const Table table =
      run_trials({{2, 10'000}, {10, 3'500}, {100, 700}, {1000, 100}}, plain, Claim::whole);
  print(table);
  check_none_exceeded(table);
}

TEST_CASE("nor with temperatures, accumulators, masks and libm", "[sweep]") {
  const Table table =
      run_trials({{2, 3'000}, {10, 1'000}, {100, 200}, {1000, 20}}, varied, Claim::whole);
  std::cout << summary(table);
  check_none_exceeded(table);
}

TEST_CASE("in some trials no bound below 1 is exceeded") {
  check_none_exceeded(run_trials({{2, 100}, {10, 40}, {100, 4}}, plain, Claim::whole));
  check_none_exceeded(run_trials({{2, 100}, {10, 40}, {100, 4}}, varied, Claim::whole));
}

TEST_CASE("a third of any bound is exceeded, so that the trials can fail") {
  const Table table = run_trials({{2, 300}, {10, 40}}, plain, Claim::third);
  for (const Algorithm algorithm : algorithms) {
    CAPTURE(name(algorithm), summary(table));
    CHECK(total(table, "componentwise", algorithm).exceeded > 0);
    if (algorithm != Algorithm::online) { CHECK(total(table, "normwise", algorithm).exceeded > 0); }
  }
}
