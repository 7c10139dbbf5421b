// What must hold of exercise 3: sum and divide.
#include <cmath>
#include <limits>

#include "engine/rounded.hpp"
#include "grader/check.hpp"
#include "grader/inputs.hpp"
#include "grader/reference.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float largest = std::numeric_limits<float>::max();
constexpr float smallest = std::numeric_limits<float>::denorm_min();

/// Relative, n u: the contract says why.
Case sum_of(const Floats& exponentials) {
  Certified sum;
  for (const float e : exponentials) { sum = sum + Certified(double{e}); }
  const double n = static_cast<double>(exponentials.size());
  return {"normalizer", {exponentials}, {{near(sum, n * 0x1p-24)}}};
}

Case sum_is(const Floats& exponentials, double wanted) {
  return {"normalizer", {exponentials}, {{exactly(wanted)}}};
}

/// 2 ulp: the contract says why. What is not finite follows binary64's own division.
Case shares_of(const Floats& exponentials, float normalizer) {
  std::vector<Wanted> wanted;
  for (const float e : exponentials) {
    const double quotient = double{e} / double{normalizer};
    wanted.push_back(
        std::isfinite(e) && std::isfinite(normalizer) && normalizer != 0
            ? near_in_ulp(Certified(double{e}) / Certified(double{normalizer}), 2, binary32())
            : exactly(quotient));
  }
  return {"normalize", {exponentials, scalar(normalizer), output(exponentials.size())}, {wanted}};
}

Case refused_sizes(const Floats& exponentials, std::size_t results) {
  return {"normalize", {exponentials, scalar(1.0F), output(results)}, {}, true, true};
}

/// e^z of a row, each rounded once to float: the same numbers on every machine.
Floats exponentials_of(Floats row) {
  for (float& z : row) { z = static_cast<float>(exp_rounded(double{z}, binary32())); }
  return row;
}

Check plain_sum(Seed seed) {
  Chance chance(seed, "sum");
  std::vector<Case> cases = {sum_of({7.3890562F, 2.7182818F, 1.1051709F}),
                             sum_of({1, 1, 1, 1}),
                             sum_of({0.5F}),
                             sum_of({0.25F, 0.125F, 3, 0, 2.5F, 1, 0.75F}),
                             sum_of({1e-30F, 2e-30F}),
                             sum_of({smallest, smallest, smallest}),
                             sum_is({0, 0, 0}, 0),
                             sum_of({1e-20F, 3e-38F, 2e-45F})};
  for (std::size_t i = 0; i < 24; ++i) {
    cases.push_back(sum_of(exponentials_of(chance.row(chance.whole(1, 33), -20, 20))));
  }
  return {"plain_sum", "normalizer",
          "The normalizer is the sum of the exponentials, be they large or small.", cases};
}

Check long_sum() {
  return {"long_sum",
          "normalizer",
          "In a row of tens of thousands every exponential counts.",
          {sum_of(Floats(5000, 0.0820850F)), sum_of(Floats(100001, 1.0F)),
           sum_of(Floats(40000, 1e-3F)), sum_of(Floats(1030, 0.5F))}};
}

Check sum_trouble() {
  return {"sum_trouble",
          "normalizer",
          "Infinity and NaN pass through, and a sum beyond the largest float is infinite.",
          {sum_is({inf, 1, 2}, inf), sum_is({1, 2, nan}, nan), sum_is({nan, 1}, nan),
           sum_is({largest, largest}, inf), sum_is({1, inf}, inf), sum_is({inf, inf}, inf),
           sum_is({inf, 1, nan}, nan), sum_is({nan, inf}, nan),
           sum_is({largest, largest, nan}, nan), sum_is({1, largest, 0, largest, 1}, inf),
           sum_of({largest, 1, 0}), sum_of({1.5e38F, 0, 1.5e38F})}};
}

Check empty_sum() {
  return {"empty_sum",
          "normalizer",
          "An empty row is refused: it has no probabilities.",
          {Case{"normalizer", {Floats{}}, {}, true}}};
}

Check plain_shares() {
  return {"plain_shares",
          "normalize",
          "Each share is its exponential, divided by the normalizer.",
          {shares_of({7.3890562F, 2.7182818F, 1.1051709F}, 11.212509F), shares_of({3}, 4),
           shares_of({1, 1, 1, 1}, 4), shares_of({0.5F, 0, 2.5F, 1, 0.75F, 3, 2}, 9.75F)}};
}

Check given_normalizer(Seed seed) {
  Chance chance(seed, "shares");
  std::vector<Case> cases = {
      shares_of({1, 2}, 10), shares_of({2, 2, 2}, 1),     shares_of({}, 1),
      shares_of({8, 0}, 2),  shares_of({1, 3}, 0x1p126F), shares_of({1e-38F, 1e-30F}, 0x1p-126F)};
  for (std::size_t i = 0; i < 24; ++i) {
    cases.push_back(shares_of(exponentials_of(chance.row(chance.whole(1, 9), -30, 30)),
                              std::exp2(chance.between(-60, 60))));
  }
  cases.push_back(shares_of(exponentials_of(Chance(seed, "long").row(1031, -30, 30)), 7));
  return {"given_normalizer", "normalize",
          "The normalizer is the one that is given, whatever these exponentials add up to.", cases};
}

Check share_trouble() {
  return {"share_trouble",
          "normalize",
          "0/0 and inf/inf are NaN, 1/inf is 0, 1/0 is infinite: nothing hides trouble.",
          {shares_of({0, 0}, 0), shares_of({inf, 1, 0}, inf), shares_of({1, 0, 2}, 0),
           shares_of({1, nan, 2}, 4), shares_of({1, 2}, nan), shares_of({inf, 3, 0}, 4),
           shares_of({nan, inf, 1}, inf), shares_of({nan, inf, 0, smallest}, 0),
           shares_of({inf, nan, 0}, nan)}};
}

Check small_shares() {
  return {"small_shares",
          "normalize",
          "A share near 0 keeps its digits, down to the subnormal numbers.",
          {shares_of({1e-30F, 3e-37F, 1e-38F}, 1e3F), shares_of({1e-20F, 1}, 2e25F),
           shares_of({1e-9F, 3e-11F}, 7), shares_of({smallest, 3 * smallest, 1e-40F}, 0x1p-126F),
           shares_of({smallest, 7 * smallest, 1e-40F}, 1)}};
}

Check unlike_sizes() {
  return {"unlike_sizes",
          "normalize",
          "Rows of unlike sizes are refused before anything is written.",
          {refused_sizes({1, 2, 3}, 2), refused_sizes({1, 2}, 3), refused_sizes({}, 1),
           refused_sizes({1}, 0)}};
}

}  // namespace

std::vector<Check> checks_03_normalize(Seed seed) {
  return {plain_sum(seed),        long_sum(),      sum_trouble(),  empty_sum(),   plain_shares(),
          given_normalizer(seed), share_trouble(), small_shares(), unlike_sizes()};
}

}  // namespace softmax::grader
