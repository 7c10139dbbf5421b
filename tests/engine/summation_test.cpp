// The orders of summation: what each adds up, in what order, and where it goes wrong.

#include "engine/summation.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "engine/arithmetic.hpp"
#include "engine/stages.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::array orders = {SumOrder::sequential, SumOrder::reverse, SumOrder::pairwise,
                               SumOrder::compensated};
using Doubles = std::vector<double>;
using Seen = std::vector<std::pair<std::size_t, double>>;

double sum_in(const char* format, const Doubles& x, SumOrder order) {
  const Arithmetic in{parse_format(format)};
  return with_numbers(in, [&](auto lift) {
    const auto row = each(std::span<const double>(x), lift);
    return sum(std::span(std::as_const(row)), order).held();
  });
}

/// A "number" that records how it was added up.
struct Expression {
  std::string text;

  Expression() = default;
  explicit Expression(double value) : text(std::to_string(static_cast<int>(value))) {}
};
Expression operator+(const Expression& a, const Expression& b) {
  Expression sum;
  sum.text = "(" + a.text + b.text + ")";
  return sum;
}

std::string shape(int n, SumOrder order) {
  std::vector<Expression> x;
  for (int i = 0; i < n; ++i) { x.emplace_back(i); }
  const std::span<const Expression> row(x);
  if (order == SumOrder::pairwise) { return sum_pairwise(row, Unwatched{}).text; }
  return order == SumOrder::reverse ? sum_reverse(row, Unwatched{}).text
                                    : sum_sequential(row, Unwatched{}).text;
}

Seen partials_of(const Doubles& x, SumOrder order) {
  Seen seen;
  std::vector<Machine<double>> row;
  for (const double value : x) { row.emplace_back(value); }
  sum(std::span<const Machine<double>>(row), order,
      [&seen](std::size_t addend, const auto& value) { seen.emplace_back(addend, value.held()); });
  return seen;
}

}  // namespace

TEST_CASE("the order of additions is the one that is named") {
  CHECK(shape(1, SumOrder::sequential) == "0");
  CHECK(shape(5, SumOrder::sequential) == "((((01)2)3)4)");
  CHECK(shape(5, SumOrder::reverse) == "((((43)2)1)0)");
  CHECK(shape(1, SumOrder::pairwise) == "0");
  CHECK(shape(4, SumOrder::pairwise) == "((01)(23))");
  CHECK(shape(5, SumOrder::pairwise) == "(((01)2)(34))");  // the first half is the longer
  CHECK(shape(7, SumOrder::pairwise) == "(((01)(23))((45)6))");
}

TEST_CASE("whole numbers below 2^p add up exactly in every order") {
  constexpr std::uint64_t seed = 91;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 200; ++i) {
    Doubles x(static_cast<std::size_t>(random.whole(1, 60)));
    for (double& value : x) {
      value = static_cast<double>(random.whole(-30, 30));
    }  // 1,800 at most
    const double exactly = std::accumulate(x.begin(), x.end(), 0.0);
    for (const SumOrder order : orders) {
      for (const char* format : {"binary16", "binary32", "binary64", "11,-14,15"}) {
        CHECK(sum_in(format, x, order) == exactly);
      }
    }
  }
}

TEST_CASE("a sequential sum of ones stalls at 2^p") {
  const std::array<std::pair<const char*, double>, 4> stalls = {
      {{"e4m3fn", 16}, {"e5m2", 8}, {"bfloat16", 256}, {"binary16", 2048}}};
  for (const auto& [format, stall] : stalls) {
    CAPTURE(format);
    const auto n = static_cast<std::size_t>(stall);
    CHECK(sum_in(format, Doubles(n - 1, 1.0), SumOrder::sequential) == stall - 1);
    CHECK(sum_in(format, Doubles(4 * n, 1.0), SumOrder::sequential) == stall);
    CHECK(sum_in(format, Doubles(4 * n, 1.0), SumOrder::reverse) == stall);
    CHECK(sum_in(format, Doubles(4 * n, 1.0), SumOrder::pairwise) == 4 * stall);
    CHECK(sum_in(format, Doubles(4 * n, 1.0), SumOrder::compensated) > stall);
  }
}

TEST_CASE("in binary32 and binary64 one is lost at 2^24 and 2^53") {
  CHECK(sum_in("binary32", {0x1p24 - 1, 1, 1, 1}, SumOrder::sequential) == 0x1p24);
  CHECK(sum_in("binary32", {1, 1, 0x1p24}, SumOrder::sequential) == 0x1p24 + 2);
  CHECK(sum_in("binary64", {0x1p53 - 1, 1, 1, 1}, SumOrder::sequential) == 0x1p53);
  CHECK(sum_in("binary64", {0x1p53, 1, 1}, SumOrder::reverse) == 0x1p53 + 2);
}

TEST_CASE("Neumaier's sum keeps what Kahan's loses: 1 + 1e100 + 1 - 1e100 is 2") {
  const Doubles x = {1, 1e100, 1, -1e100};
  CHECK(sum_in("binary64", x, SumOrder::sequential) == 0.0);
  CHECK(sum_in("binary64", x, SumOrder::reverse) == 1.0);
  CHECK(sum_in("binary64", x, SumOrder::pairwise) == 0.0);
  CHECK(sum_in("binary64", x, SumOrder::compensated) == 2.0);
}

TEST_CASE("a compensated sum errs by what its constant says") {
  constexpr std::uint64_t seed = 92;
  CAPTURE(seed);
  Random random(seed);
  const double u = 0x1p-24;
  for (int i = 0; i < 50; ++i) {
    Doubles x(static_cast<std::size_t>(random.whole(2, 500)));
    for (double& value : x) { value = static_cast<double>(static_cast<float>(random.unit())); }
    // 53 bits hold 500 sums of 24-bit fractions well enough: their error is below 500 * 2^-53.
    const double total = std::accumulate(x.begin(), x.end(), 0.0);
    const auto n = static_cast<double>(x.size());
    const double bound = ((2 + n * n * u) * u + n * 0x1p-53) * total;
    CHECK(std::fabs(sum_in("binary32", x, SumOrder::compensated) - total) <= bound);
  }
}

TEST_CASE("a watch sees every partial sum, with the addend that made it") {
  const Doubles x = {1, 2, 4, 8, 16};
  CHECK(partials_of(x, SumOrder::sequential) == Seen{{0, 1}, {1, 3}, {2, 7}, {3, 15}, {4, 31}});
  CHECK(partials_of(x, SumOrder::reverse) == Seen{{4, 16}, {3, 24}, {2, 28}, {1, 30}, {0, 31}});
  CHECK(partials_of(x, SumOrder::pairwise) == Seen{{1, 3}, {2, 7}, {4, 24}, {3, 31}});
  CHECK(partials_of(x, SumOrder::compensated) == Seen{{0, 1}, {1, 3}, {2, 7}, {3, 15}, {4, 31}});
  CHECK(partials_of({5}, SumOrder::sequential) == Seen{{0, 5}});
}

}  // namespace softmax
