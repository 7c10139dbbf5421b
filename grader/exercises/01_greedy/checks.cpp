// What must hold of exercise 1: greedy choice and relative odds.
#include <cmath>
#include <limits>

#include "grader/check.hpp"
#include "grader/inputs.hpp"
#include "grader/reference.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float smallest = std::numeric_limits<float>::denorm_min();
constexpr float lowest = std::numeric_limits<float>::lowest();
constexpr float largest = std::numeric_limits<float>::max();
constexpr float after_one = 1 + std::numeric_limits<float>::epsilon();

const Floats worked = {0.7F, -2.3F, 2.4F, 1.2F};

/// The lowest index of the largest.
Case choice(const Floats& logits) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < logits.size(); ++i) {
    if (logits[i] > logits[best]) { best = i; }
  }
  return {"greedy", {logits}, {{exactly(static_cast<double>(best))}}};
}

Case no_choice(const Floats& logits) { return {"greedy", {logits}, {}, true}; }

/// One logit above all others, at that place of a row of n.
Case choice_at(std::size_t place, std::size_t n) {
  Floats row(n, -1);
  row[place] = 0.5F;
  return choice(row);
}

/// Two equal largest logits at these places of a row of n.
Case tie(std::size_t first, std::size_t second, std::size_t n) {
  Floats row(n, -1);
  row[first] = row[second] = 0.5F;
  return choice(row);
}

Check plain_choice(Seed seed) {
  Chance chance(seed, "plain_choice");
  std::vector<Case> cases = {choice(worked),
                             choice({3, 1, 2}),
                             choice({1, 2, 3}),
                             choice({5}),
                             choice({0.1F, 0.9F, 0.5F, 0.2F}),
                             choice({2, -9, 3, -8}),
                             choice({1000.25F, 1000.5F, 1000.375F}),
                             choice_at(300, 1030),
                             choice_at(70'000, 70'001)};
  for (std::size_t i = 0; i < 24; ++i) {
    Floats row = chance.row(chance.whole(2, 40), -9, 9);
    row[chance.whole(0, row.size() - 1)] = 9.5F;  // so that it is known to be in any place
    cases.push_back(choice(row));
  }
  return {"plain_choice", "greedy",
          "The index of the largest logit is taken, wherever in the row it stands.", cases};
}

Check negative_logits() {
  return {"negative_logits",
          "greedy",
          "A row of negative logits alone has a largest one, too.",
          {choice({-3, -1, -2}), choice({-0.25F}), choice({-8, -7.5F, -7.75F, -9}),
           choice({-60001, -60000}), choice({-3e38F, -2e38F, lowest}), choice({lowest, lowest}),
           choice({-1e-40F, -smallest, -2e-40F})}};
}

Check equal_or_nearly() {
  return {
      "equal_or_nearly",
      "greedy",
      "Of equal largest logits the lowest index is taken; those that differ in their last bit "
      "differ.",
      {choice({1, 3, 3, 2, 3}), choice({-4, -4, -4}), choice({0.0F, -0.0F}),
       choice({-0.0F, 0.0F, -1}), choice({1e-9F, 2e-9F}), choice({1, after_one}),
       choice({-after_one, -1}), choice({0, smallest}), choice({100, 200, 150}),
       choice({-300, -200, -250}), choice({1e-40F, 2e-40F}), choice({-smallest, 0}), tie(9, 16, 64),
       tie(17, 60, 64), tie(31, 32, 67), tie(1023, 1024, 1030), tie(7, 1024, 1030)}};
}

Check masked_choice() {
  return {"masked_choice",
          "greedy",
          "A masked token is never taken, and +inf is larger than every number.",
          {choice({-inf, -1, -2}), choice({-2, -inf, -1}), choice({-3, -5, -inf}),
           choice({-inf, lowest, -inf}), choice({lowest, -inf}), choice({-inf, lowest}),
           choice({1, inf, 2}), choice({inf, 3, inf}), choice({largest, inf}),
           choice({1, inf, inf}), choice({-inf, -inf, inf})}};
}

Check no_choice_refused() {
  return {"no_choice_refused",
          "greedy",
          "An empty row, one of masks alone, and one with a NaN in it are refused.",
          {no_choice({nan, 1, 3}), no_choice({1, nan, 3}), no_choice({3, 1, nan}),
           no_choice({nan, -inf}), no_choice({-inf, nan}), no_choice({nan}), no_choice({-nan, 1}),
           no_choice({inf, nan}), no_choice({nan, inf}), no_choice({inf, 1, nan, 2}),
           no_choice({-inf, -inf}), no_choice({-inf}), no_choice({})}};
}

/// (2 |d| + 8) 2^-53, and 3 steps where the odds are subnormal: the contract says why.
/// Domain: both finite.
Case odds(const Floats& logits, std::size_t i, std::size_t j) {
  const Certified difference = Certified(double{logits[i]}) - Certified(double{logits[j]});
  const Certified reference = exp(difference);
  const double relative = (2 * std::abs(difference.approximate()) + 8) * 0x1p-53;
  Wanted wanted = near(reference, relative);
  if (reference < Certified(0x1p-1022)) {
    wanted.tolerance = wanted.tolerance + Certified(3 * 0x1p-1074);
  }
  return {"relative_odds", {logits, count(i), count(j)}, {{wanted}}};
}

Case odds_are(const Floats& logits, std::size_t i, std::size_t j, double wanted) {
  return {"relative_odds", {logits, count(i), count(j)}, {{exactly(wanted)}}};
}

Case no_odds(const Floats& logits, std::size_t i, std::size_t j) {
  return {"relative_odds", {logits, count(i), count(j)}, {}, true};
}

Check plain_odds(Seed seed) {
  Chance chance(seed, "plain_odds");
  std::vector<Case> cases = {odds(worked, 0, 1),          odds(worked, 1, 0),
                             odds(worked, 2, 3),          odds({2, 1}, 0, 1),
                             odds({0, 1.5F}, 0, 1),       odds({3, 3}, 0, 1),
                             odds({-4.5F}, 0, 0),         odds({2, 1, 0, 0, 0, 0, 0}, 0, 1),
                             odds({2, 1, 9}, 0, 1),       odds({2, 1, -inf}, 0, 1),
                             odds({inf, 2, nan, 1}, 1, 3)};
  for (std::size_t i = 0; i < 24; ++i) {
    const Floats row = chance.row(chance.whole(2, 20), -30, 30);
    const std::size_t last = row.size() - 1;
    cases.push_back(odds(row, chance.whole(0, last), chance.whole(0, last)));
  }
  return {"plain_odds", "relative_odds",
          "The odds of two tokens are e to the difference of their logits, whatever the other "
          "tokens have.",
          cases};
}

Check odds_anywhere() {
  return {"odds_anywhere",
          "relative_odds",
          "Odds have all the digits of a double, down to 0 and up to inf, however far from zero "
          "the logits lie.",
          {odds({1000.5F, 997.25F}, 0, 1),
           odds({1000.5F, 997.25F}, 1, 0),
           odds({-1000.5F, -997.25F}, 0, 1),
           odds({10002, 10001, 10000.125F}, 0, 2),
           odds({1e30F, 1e30F}, 0, 1),
           odds({50.1F, 0.3F}, 0, 1),
           odds({50.1F, 0.3F}, 1, 0),
           odds({1e-6F, 20.1F}, 1, 0),
           odds({1e-9F, 2e-9F}, 0, 1),
           odds({0.1F, -0.2F}, 0, 1),
           odds({100, 0}, 0, 1),
           odds({0, 100}, 0, 1),
           odds({500, -100.3F}, 0, 1),
           odds({0, 740.3F}, 0, 1),
           odds({500, -500}, 0, 1),
           odds({-500, 500}, 0, 1),
           odds({709.5F, 0}, 0, 1),
           odds({0, 709.5F}, 0, 1),
           odds({0, 708}, 0, 1),
           odds({largest, lowest}, 0, 1),
           odds({lowest, largest}, 0, 1),
           odds({lowest, lowest}, 0, 1),
           odds({largest, largest}, 1, 0),
           odds({1e30F}, 0, 0)}};
}

Check masked_odds() {
  return {"masked_odds",
          "relative_odds",
          "Against a masked token the odds are infinite, those of a masked token are 0.",
          {odds_are({-inf, 1}, 0, 1, 0), odds_are({-inf, 1}, 1, 0, double{inf}),
           odds_are({-1000, -inf}, 0, 1, double{inf}), odds_are({-1000, -inf}, 1, 0, 0),
           odds_are({lowest, -inf}, 0, 1, double{inf}), odds_are({lowest, -inf}, 1, 0, 0),
           odds_are({-inf, largest}, 0, 1, 0), odds_are({-inf, largest}, 1, 0, double{inf})}};
}

Check no_odds_refused() {
  return {
      "no_odds_refused",
      "relative_odds",
      "Two masked tokens, and an index that is not in the row, are refused.",
      {no_odds({-inf, 2, -inf}, 0, 2), no_odds({2, -inf}, 1, 1), no_odds({1, 2}, 2, 0),
       no_odds({1, 2}, 0, 2), no_odds({1, 2, 3}, 7, 8), no_odds({1, 2}, 2, 2), no_odds({}, 0, 0),
       no_odds({1, 2}, std::size_t{1} << 32U, 0), no_odds({1, 2}, 0, ~std::size_t{0})}};
}

}  // namespace

std::vector<Check> checks_01_greedy(Seed seed) {
  return {plain_choice(seed), negative_logits(),   equal_or_nearly(),
          masked_choice(),    no_choice_refused(), plain_odds(seed),
          odds_anywhere(),    masked_odds(),       no_odds_refused()};
}

}  // namespace softmax::grader
