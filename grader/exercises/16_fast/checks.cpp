// What must hold of exercise 16: right, then fast.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "engine/certified.hpp"
#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float mask = -inf;
constexpr float huge = std::numeric_limits<float>::max();

/// Relative, and 2^-147 besides, four steps of the subnormal numbers: the contract says why.
Wanted share(const Certified& p, double relative) {
  return {p, Certified(relative) * p + Certified(0x1p-147), std::nullopt};
}

/// Beyond this distance from the maximum a share is below half of the smallest subnormal, and what
/// it adds to a sum is nothing beside the tolerance: 2^-173 of the largest.
constexpr double lost = 120;

/// The unlike logits of a row, and how often each is there: long rows here have few.
std::map<float, double> counted(const Floats& logits) {
  std::map<float, double> counts;
  for (const float z : logits) { counts[z] += 1; }
  return counts;
}

/// z_max - z
double distance(float z, float largest) {
  return static_cast<double>(largest) - static_cast<double>(z);
}

Certified exponential(float z, float largest) {
  return exp(Certified(static_cast<double>(z)) - Certified(static_cast<double>(largest)));
}

/// Of each unlike logit, (d + ln n + n/8 + 25) u: the contract says why.
std::map<float, Wanted> wanted_shares(const Floats& logits) {
  const std::map<float, double> counts = counted(logits);
  const float largest = counts.rbegin()->first;
  Certified sum;
  for (const auto& [z, times] : counts) {
    if (distance(z, largest) <= lost) { sum = sum + Certified(times) * exponential(z, largest); }
  }
  const auto n = static_cast<double>(logits.size());
  std::map<float, Wanted> wanted;
  for (const auto& [z, times] : counts) {
    const double d = distance(z, largest);
    wanted[z] =
        d > lost ? exactly(0)
                 : share(exponential(z, largest) / sum, (d + std::log(n) + n / 8 + 25) * 0x1p-24);
  }
  return wanted;
}

Case shares_of(const Floats& logits) {
  const std::map<float, Wanted> shares = wanted_shares(logits);
  std::vector<Wanted> wanted;
  wanted.reserve(logits.size());
  for (const float z : logits) { wanted.push_back(shares.at(z)); }
  Case one{"softmax", {logits, output(logits.size())}, {}};
  one.results.push_back(std::move(wanted));
  return of_softmax(std::move(one), {logits});
}

Case zeros(std::size_t n) {
  return {"softmax", {Floats(n, mask), output(n)}, {std::vector<Wanted>(n, exactly(0))}};
}

Case refused_row(const Floats& logits, std::size_t results) {
  return {"softmax", {logits, output(results)}, {}, true};
}

Check plain(Seed seed) {
  Chance chance(seed, "plain");
  std::vector<Case> cases = {shares_of({2, 1, 0.1F}), shares_of({3, 3, 3, 3, 3}),
                             shares_of({0.25F}), shares_of({7, 1, -2, 0.5F, 3, -4, 2.5F})};
  for (std::size_t i = 0; i < 8; ++i) {
    cases.push_back(shares_of(chance.row(chance.whole(2, 8), -9, 9)));
  }
  return {"plain", "softmax", "Each share is e to its logit, over the sum of all.", cases};
}

Check every_length(Seed seed) {
  Chance chance(seed, "length");
  std::vector<Case> cases;
  for (const std::size_t n :
       {3U, 4U, 5U, 6U, 7U, 8U, 9U, 13U, 15U, 16U, 17U, 31U, 33U, 257U, 300U, 511U, 1001U}) {
    cases.push_back(shares_of(chance.row(n, -4, -2)));
  }
  return {"every_length", "softmax",
          "Every logit counts once, whatever the length is a multiple of.", cases};
}

Check any_size() {
  return {"any_size",
          "softmax",
          "Logits may be of any size: only their differences count.",
          {shares_of({1000, 999, 998}), shares_of({-200, -201, -203.5F}),
           shares_of({10002, 10001, 10000.1F, 9996}), shares_of({2.99e38F, -3e38F, 3e38F}),
           shares_of({-140.25F, -133.5F, -138, -141.75F, -150, -139, -133.25F}),
           shares_of({-1e4F, -10001, -10002, -10003}), shares_of({huge, -huge})}};
}

Check depth() {
  return {"depth",
          "softmax",
          "There is no depth at which a finite logit is no longer found, or is taken for a mask.",
          {shares_of({-2e9F, -2e9F}), shares_of({-2e38F, -2e38F, -3e38F}), shares_of({-huge}),
           shares_of({-huge, -huge, -huge, -huge, -huge}), shares_of({mask, -huge, mask}),
           shares_of({-huge, mask, -1e30F, mask, -1e30F})}};
}

/// One logit of 200 among zeros.
Floats one_high(std::size_t n, std::size_t place) {
  Floats row(n, 0);
  row[place] = 200;
  return row;
}

Check place_of_the_largest() {
  return {"place_of_the_largest",
          "softmax",
          "The largest logit is found wherever it stands.",
          {shares_of({100, 0, 1, 2}), shares_of({0, 100}), shares_of({0, 1, 2, 3, 200}),
           shares_of({0, 1, 2, 3, 4, 5, 6, 7, 8, 120, 3}), shares_of({1, 100, 2, 3, 4}),
           shares_of({150, 1, 2, 3, 4, 5, 6, 7, 8}), shares_of(one_high(40, 39)),
           shares_of(one_high(1031, 1024)), shares_of(one_high(1031, 500))}};
}

/// Many zeros and one logit: its exponential is a normal number, its share is subnormal.
Floats far_below_many(std::size_t n, float logit) {
  Floats row(n, 0);
  row[n / 2] = logit;
  return row;
}

Check tails() {
  return {"tails",
          "softmax",
          "A share far below the others keeps its digits, down to the subnormal numbers.",
          {shares_of({0, -12.5F, -13, -14, -30}), shares_of({0, -87, -95, -103, -104.5F}),
           shares_of({0, -86, -88, -20}), shares_of({5, -60, -75, -85}),
           shares_of(far_below_many(1000, -84))}};
}

Check masks() {
  return {
      "masks",
      "softmax",
      "A masked logit has a share of exactly 0, and counts in no sum.",
      {shares_of({mask, 2, 1, 0.1F}), shares_of({2, mask, 1, mask}), shares_of({-2, -1, -3, mask}),
       shares_of({mask, mask, 5, mask}), shares_of({mask, 4, 3, mask, 2, 1, mask, mask})}};
}

/// Masks, but for a few logits from `first` on.
Floats among_masks(std::size_t n, std::size_t first, const Floats& logits) {
  Floats row(n, mask);
  std::ranges::copy(logits, row.begin() + static_cast<std::ptrdiff_t>(first));
  return row;
}

/// Blocks are powers of two, up to 4096: the first, one in the middle, the last, and what fills
/// none; and all lanes but one of 4, 8 or 16.
Check whole_blocks_of_masks() {
  std::vector<Case> cases = {shares_of(among_masks(1025, 1024, {1})),
                             shares_of(among_masks(3 * 4096 + 5, 4096, {2, 1, 0.5F, -3})),
                             shares_of(among_masks(4096 + 5, 4096, {-2, -1, 0, 1, 2})),
                             shares_of(among_masks(4096 + 5, 0, {-200, -201, -202})),
                             shares_of(among_masks(64, 37, {-5})),
                             shares_of(among_masks(17, 16, {0.25F}))};
  Floats lane(128, mask);
  for (std::size_t i = 11; i < lane.size(); i += 16) { lane[i] = static_cast<float>(i % 5); }
  cases.push_back(shares_of(lane));
  return {"whole_blocks_of_masks", "softmax",
          "Masks may fill a whole block or lane of a row, at its beginning or anywhere.", cases};
}

Check masks_alone() {
  return {"masks_alone",
          "softmax",
          "In a row of masks alone every share is 0.",
          {zeros(9), zeros(1), zeros(4), zeros(1031)}};
}

/// One logit of 0 and all others alike: every addition rounds the same way.
Floats long_row(std::size_t n, float others) {
  Floats row(n, others);
  row[n / 3] = 0;
  return row;
}

Check whole_vocabulary(Seed seed) {
  Check check{"long_rows", "softmax", "A row as long as a vocabulary keeps its digits.", {}};
  check.cases.push_back(shares_of(long_row(128256, -2.3025851F)));
  // Of the logits in steps of 0.01 those at which one float sum of so many is worst: 1.3 to 1.8
  // times the bound. So blocks of 512 are too long, though a row of many such blocks hides it.
  for (const auto& [n, others] :
       {std::pair{512U, -3.7F}, {1024U, -3.6F}, {2048U, -2.8F}, {4096U, -1.49F}}) {
    check.cases.push_back(shares_of(long_row(n, others)));
  }
  check.cases.push_back(shares_of(Chance(seed, "long").row(5003, -12, 4)));
  check.cases.push_back(shares_of({2, 1, 0.1F}));  // nothing is left of the rows before it
  return check;
}

/// What is wrong stands where no eight are full.
Floats zeros_but_last(std::size_t n, float last) {
  Floats row(n, 0);
  row.back() = last;
  return row;
}

Check no_row() {
  return {"no_row",
          "softmax",
          "NaN and +inf, an empty row and rows of unlike sizes are refused.",
          {refused_row({1, nan}, 2), refused_row({nan, 1, 2}, 3), refused_row({1, inf}, 2),
           refused_row({inf, mask, 3, 4}, 4), refused_row({}, 0), refused_row({1, 2}, 3),
           refused_row({1, 2}, 1), refused_row({inf, nan}, 2), refused_row({nan, inf}, 2),
           refused_row({nan}, 1), refused_row({inf}, 1), refused_row({mask, -nan, mask}, 3),
           refused_row({mask, mask, inf}, 3), refused_row(zeros_but_last(17, nan), 17),
           refused_row(zeros_but_last(1031, inf), 1031), refused_row({1}, 0), refused_row({}, 1)}};
}

}  // namespace

std::vector<Check> checks_16_fast(Seed seed) {
  std::vector<Check> checks = {plain(seed), every_length(seed),      any_size(),
                               depth(),     place_of_the_largest(),  tails(),
                               masks(),     whole_blocks_of_masks(), masks_alone()};
  checks.push_back(whole_vocabulary(seed));  // moved: it holds 20 MB
  checks.push_back(no_row());
  return checks;
}

}  // namespace softmax::grader
