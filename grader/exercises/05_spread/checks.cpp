// What must hold of exercise 5: a gap and a crowd.
#include <cmath>
#include <limits>

#include "grader/check.hpp"
#include "grader/inputs.hpp"
#include "grader/reference.hpp"

namespace softmax::grader {
namespace {

constexpr double inf = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double u = 0x1p-53;

Certified others(std::size_t classes) { return Certified(static_cast<double>(classes) - 1); }

const std::vector<std::size_t> large_crowds = {16'777'218, 100'000'004, 5'000'000'000,
                                               1'000'000'000'001, ~std::size_t{0}};

/// (8 + 2 (|g| + ln n)) u: the contract says why. Domain: a finite gap.
Case share(double gap, std::size_t classes) {
  const Certified rest = others(classes) * exp(-Certified(gap));
  const double exponents = std::abs(gap) + std::log(static_cast<double>(classes));
  const Wanted wanted = near(Certified(1.0) / (Certified(1.0) + rest), (8 + 2 * exponents) * u);
  return {"top_probability", {scalar(gap), count(classes)}, {{wanted}}};
}

Case share_is(double gap, std::size_t classes, double wanted) {
  return {"top_probability", {scalar(gap), count(classes)}, {{exactly(wanted)}}};
}

Case no_share(double gap, std::size_t classes) {
  return {"top_probability", {scalar(gap), count(classes)}, {}, true};
}

Check plain_share() {
  return {"plain_share",
          "top_probability",
          "The one gets its exponential, over the sum of all; at a gap of 0 one part in n.",
          {share(2, 5), share(5e-324, 2), share(1, 3), share(4, 3), share(0.5, 10), share(3, 100),
           share(1, 2), share(0.25, 2), share(6, 2), share(3, 1), share(0, 1), share(0, 5),
           share(0, 2), share(0, 128256), share(-0.0, 3)}};
}

Check crowds(Seed seed) {
  Chance chance(seed, "crowds");
  std::vector<Case> cases = {share(10, 128000), share(10, 1000), share(12, 50257),
                             share(8.5, 128256)};
  // More than float, and than 32 bits, can count.
  for (const std::size_t classes : large_crowds) {
    cases.push_back(share(10, classes));
    cases.push_back(share(30, classes));
  }
  for (std::size_t i = 0; i < 24; ++i) {
    const double classes = std::exp(double{chance.between(2, 12)});
    cases.push_back(share(double{chance.between(0.5F, 30)}, static_cast<std::size_t>(classes)));
  }
  return {"crowds", "top_probability", "Every competitor counts, a hundred thousand of them too.",
          cases};
}

Check below_the_crowd(Seed seed) {
  Chance chance(seed, "below_the_crowd");
  std::vector<Case> cases = {share(-2, 5),   share(-20, 1000), share(-600, 100000),
                             share(-0.5, 3), share(-600, 2),   share(-600, ~std::size_t{0}),
                             share(-600, 1)};
  for (std::size_t i = 0; i < 12; ++i) {
    cases.push_back(share(double{chance.between(-90, 0)}, chance.whole(2, 1000)));
  }
  return {"below_the_crowd", "top_probability",
          "With a negative gap the one stands below the others, and gets less than they.", cases};
}

Check large_gaps() {
  return {"large_gaps",
          "top_probability",
          "A gap may be as large as it likes: the share comes near to 1, and arrives there.",
          {share(40, 1000), share(100, 128256), share(720, 3), share(5000, 128256), share(700, 2),
           share(740, ~std::size_t{0}), share(1e308, 3), share(1e308, 1), share_is(inf, 5, 1),
           share_is(inf, 1, 1)}};
}

Check no_share_refused() {
  return {"no_share_refused",
          "top_probability",
          "No classes at all, and a gap that is NaN, are refused.",
          {no_share(1, 0), no_share(-1, 0), no_share(nan, 5), no_share(nan, 1), no_share(inf, 0),
           no_share(nan, 0), no_share(-nan, 5)}};
}

/// (4 + 8 (|ln p| + |ln(1 - p)| + ln n)) u, absolute: the contract says why.
/// Domain: p between 0 and 1, and neither.
Case gap(double probability, std::size_t classes) {
  const Certified p(probability);
  const Certified rest = Certified(1.0) - p;
  const double logarithms = std::abs(std::log(probability)) + std::abs(std::log1p(-probability)) +
                            std::log(static_cast<double>(classes));
  const Wanted wanted = {log(others(classes) * p / rest), Certified((4 + 8 * logarithms) * u)};
  return {"gap_for", {scalar(probability), count(classes)}, {{wanted}}};
}

Case gap_is(double probability, std::size_t classes, double wanted) {
  return {"gap_for", {scalar(probability), count(classes)}, {{exactly(wanted)}}};
}

Case no_gap(double probability, std::size_t classes) {
  return {"gap_for", {scalar(probability), count(classes)}, {}, true};
}

Check plain_gap(Seed seed) {
  Chance chance(seed, "plain_gap");
  std::vector<Case> cases = {gap(0.648786, 5),      gap(0.9, 3),     gap(0.5, 100),
                             gap(0.75, 10),         gap(0.3, 12),    gap(0.5, 2),
                             gap(0.75, 2),          gap(0.9, 2),     gap(0.5, 128000),
                             gap(0.146818, 128000), gap(0.99, 50257)};
  for (std::size_t i = 0; i < 24; ++i) {
    const double classes = std::exp(double{chance.between(3, 12)});
    cases.push_back(gap(0.1 + 0.85 * chance.uniform(), static_cast<std::size_t>(classes)));
  }
  for (const std::size_t classes : large_crowds) { cases.push_back(gap(0.5, classes)); }
  return {"plain_gap", "gap_for",
          "The gap is the one whose share is the wanted probability, be the crowd small or large.",
          cases};
}

Check low_shares(Seed seed) {
  Chance chance(seed, "low_shares");
  std::vector<Case> cases = {gap(0.01, 5),    gap(0.2, 3),    gap(1e-12, 100),
                             gap(1e-300, 10), gap(1e-300, 2), gap(1e-300, ~std::size_t{0}),
                             gap(0.25, 4)};
  for (std::size_t i = 0; i < 12; ++i) {
    cases.push_back(gap(std::exp(-double{chance.between(7, 300)}), chance.whole(2, 1000)));
  }
  return {"low_shares", "gap_for", "For less than an equal part the gap is negative.", cases};
}

Check high_shares(Seed seed) {
  Chance chance(seed, "high_shares");
  std::vector<Case> cases = {gap(1 - 1e-6, 1000), gap(1 - 1e-12, 128256), gap(1 - 0x1p-53, 5),
                             gap_is(1, 5, inf),   gap_is(0, 5, -inf),     gap_is(1, 2, inf),
                             gap_is(0, 2, -inf),  gap(1 - 0x1p-53, 2)};
  for (std::size_t i = 0; i < 12; ++i) {
    cases.push_back(gap(1 - std::exp2(-double{chance.between(24, 52)}), chance.whole(2, 1000)));
  }
  return {"high_shares", "gap_for",
          "For a share next to 1 the gap is large; for 1 it is +inf, and for 0 it is -inf.", cases};
}

Check no_gap_refused() {
  return {"no_gap_refused",
          "gap_for",
          "Without a competitor, and for what is no probability, there is no gap: that is refused.",
          {no_gap(0.5, 1), no_gap(1, 1), no_gap(0.5, 0), no_gap(-0.5, 5), no_gap(1.5, 5),
           no_gap(nan, 5), no_gap(1 + 0x1p-52, 5), no_gap(-5e-324, 5), no_gap(inf, 5),
           no_gap(-inf, 5), no_gap(0, 1), no_gap(0, 0), no_gap(nan, 1), no_gap(-nan, 2)}};
}

}  // namespace

std::vector<Check> checks_05_spread(Seed seed) {
  return {plain_share(),    crowds(seed),       below_the_crowd(seed),
          large_gaps(),     no_share_refused(), plain_gap(seed),
          low_shares(seed), high_shares(seed),  no_gap_refused()};
}

}  // namespace softmax::grader
