// "A vector of positive numbers that sum to exactly 1": of the real numbers, always; of the
// computed ones, seldom. The sum meant here is the exact one of the held probabilities.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 7;
constexpr int vectors = 10'000;

/// 168 bits hold the sum of a few probabilities of up to 53 bits that are not below 2^-100.
Certified exact_sum(const std::vector<double>& p) {
  Certified sum;
  for (const double share : p) { sum = sum + Certified(share); }
  return sum;
}

bool sums_to_one(const std::vector<double>& p) { return exact_sum(p).same(Certified(1.0)); }

/// Computes: in how many percent of seeded vectors, spread evenly over [-width/2, width/2].
double percent_of_ones(int n, const std::string& format, double width) {
  Random random(seed);
  std::vector<double> logits(static_cast<std::size_t>(n));
  int ones = 0;
  for (int i = 0; i < vectors; ++i) {
    for (double& z : logits) { z = width * (random.unit() - 0.5); }
    if (sums_to_one(probabilities(Algorithm::shifted, numbers(logits), in(format)))) { ++ones; }
  }
  return 100.0 * ones / vectors;
}

}  // namespace

// The intervals: a share s counted in 10,000 vectors has the standard deviation
// sqrt(s (1 - s)/10,000), 0.33 % at 12.5 % and 0.03 % at 0.1 %; four of them are allowed.

TEST_CASE("of two logits from -4 to 4 the computed probabilities sum to 1 one time in eight") {
  CAPTURE(seed);
  for (const char* format : {"binary16", "binary32", "binary64"}) {
    CAPTURE(format);
    const double share = percent_of_ones(2, format, 8);
    CHECK(share > 12.5 - 4 * 0.33);
    CHECK(share < 12.5 + 4 * 0.33);
  }
}

TEST_CASE("of ten it is one time in a thousand, of 32 next to never") {
  CAPTURE(seed);
  for (const char* format : {"binary16", "binary32", "binary64"}) {
    CAPTURE(format);
    const double ten = percent_of_ones(10, format, 8);
    CHECK(ten > 0);
    CHECK(ten < 0.1 + 4 * 0.03);
    CHECK(percent_of_ones(32, format, 8) < 4 * 0.01);
  }
}

TEST_CASE("of 64 it is never once in ten thousand") {
  CAPTURE(seed);
  for (const char* format : {"binary16", "binary32", "binary64"}) {
    CAPTURE(format);
    CHECK(percent_of_ones(64, format, 8) == 0);
  }
}

TEST_CASE("how often depends on the spread: a wider one is summed to 1 more seldom") {
  CAPTURE(seed);
  const double narrow = percent_of_ones(2, "binary32", 4);
  const double wide = percent_of_ones(2, "binary32", 16);
  CHECK(narrow > 22 - 4 * 0.41);
  CHECK(narrow < 22 + 4 * 0.41);
  CHECK(wide < narrow / 2);
}

TEST_CASE(
    "a sum of exactly 1 is possible at any n: equal logits of a power of two, or one winner") {
  for (const char* format : {"bfloat16", "binary16", "binary32", "binary64"}) {
    CAPTURE(format);
    const std::vector<Given> zeros = numbers(std::vector<double>(32, 0.0));
    CHECK(sums_to_one(probabilities(Algorithm::shifted, zeros, in(format))));
    std::vector<double> winner(100, 0.0);
    winner[17] = 1000;
    CHECK(sums_to_one(probabilities(Algorithm::shifted, numbers(winner), in(format))));
  }
}

TEST_CASE("the lesson's example sums to 1 to three decimals, and not exactly") {
  const std::vector<double> p =
      probabilities(Algorithm::shifted, given({"2.0", "1.0", "0.1"}), in("binary32"));
  CHECK_FALSE(sums_to_one(p));
  CHECK((exact_sum(p) - Certified(1.0)).decimal(3).digits == "6.71e-8");
}

TEST_CASE("the certified probabilities sum to 1 within their radii") {
  Random random(seed);
  for (int i = 0; i < 50; ++i) {
    std::vector<double> logits(static_cast<std::size_t>(random.whole(1, 100)));
    for (double& z : logits) { z = random.between(-50, 50); }
    Certified sum;
    for (const Certified& p : certified(numbers(logits), in("binary32"))) { sum = sum + p; }
    CHECK(agree(sum, Certified(1.0)));
    CHECK(sum.relative_radius() < 0x1p-110);
  }
}

TEST_CASE("a sum that stalls makes rows of the wrong weight: 4,096 zeros in binary16 weigh 2") {
  const std::vector<Given> zeros = numbers(std::vector<double>(4096, 0.0));
  CHECK(exact_sum(probabilities(Algorithm::shifted, zeros, in("binary16"))).same(Certified(2.0)));
  Settings wide = in("binary16");
  wide.accumulator = parse_format("binary32");
  CHECK(exact_sum(probabilities(Algorithm::shifted, zeros, wide)).same(Certified(1.0)));
}

TEST_CASE("a sum whose addends are all rounded up makes rows too light") {
  // bfloat16: e^-5.53125 is 1.015625 * 2^-8, and from 1 to 2 each addition of it adds 2^-7. The sum
  // comes to 2 (and stalls there), the true one to 1.5078: a row of half of that.
  std::vector<double> logits(129, -5.53125);
  logits[0] = 0;
  const std::vector<double> p = probabilities(Algorithm::shifted, numbers(logits), in("bfloat16"));
  CHECK(exact_sum(p).same(Certified((1 + 128 * 1.015625 * 0x1p-8) / 2)));
  Settings wide = in("bfloat16");
  wide.accumulator = parse_format("binary32");
  // Each p errs by u = 2^-8 of itself at most, and so does the normalizer.
  const double weight =
      exact_sum(probabilities(Algorithm::shifted, numbers(logits), wide)).approximate();
  CHECK(std::fabs(weight - 1) < 3 * 0x1p-8);
}

}  // namespace softmax
