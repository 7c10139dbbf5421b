// What must hold of exercise 16: right, then fast.
#include <algorithm>
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
constexpr float mask = -inf;

/// Relative, and 2^-147 besides, four steps of the subnormal numbers: the contract says why.
Wanted share(const Certified& p, double relative) {
  return {p, Certified(relative) * p + Certified(0x1p-147), std::nullopt};
}

/// Beyond this distance from the maximum a share is below half of the smallest subnormal.
constexpr double lost = 120;

/// (d + ln n + n/8 + 25) u: the contract says why.
Case shares_of(const Floats& logits) {
  const std::vector<Certified> reference = reference_softmax(logits);
  const float largest = *std::ranges::max_element(logits);
  const auto n = static_cast<double>(logits.size());
  std::vector<Wanted> wanted;
  wanted.reserve(logits.size());
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const double distance = static_cast<double>(largest) - static_cast<double>(logits[i]);
    wanted.push_back(distance > lost
                         ? exactly(0)
                         : share(reference[i], (distance + std::log(n) + n / 8 + 25) * 0x1p-24));
  }
  return {"softmax", {logits, output(logits.size())}, {wanted}};
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
           shares_of({-1e4F, -10001, -10002, -10003})}};
}

Check place_of_the_largest() {
  return {"place_of_the_largest",
          "softmax",
          "The largest logit is found wherever it stands.",
          {shares_of({100, 0, 1, 2}), shares_of({0, 100}), shares_of({0, 1, 2, 3, 200}),
           shares_of({0, 1, 2, 3, 4, 5, 6, 7, 8, 120, 3}), shares_of({1, 100, 2, 3, 4}),
           shares_of({150, 1, 2, 3, 4, 5, 6, 7, 8})}};
}

Check tails() {
  return {"tails",
          "softmax",
          "A share far below the others keeps its digits, down to the subnormal numbers.",
          {shares_of({0, -12.5F, -13, -14, -30}), shares_of({0, -87, -95, -103, -104.5F}),
           shares_of({0, -86, -88, -20}), shares_of({5, -60, -75, -85})}};
}

Check masks() {
  return {
      "masks",
      "softmax",
      "A masked logit has a share of exactly 0, and counts in no sum.",
      {shares_of({mask, 2, 1, 0.1F}), shares_of({2, mask, 1, mask}), shares_of({-2, -1, -3, mask}),
       shares_of({mask, mask, 5, mask}), shares_of({mask, 4, 3, mask, 2, 1, mask, mask})}};
}

Check masks_alone() {
  return {"masks_alone",
          "softmax",
          "In a row of masks alone every share is 0.",
          {zeros(9), zeros(1), zeros(4)}};
}

/// One logit of 0 and all others alike: every addition rounds the same way.
Floats long_row(std::size_t n, float others) {
  Floats row(n, others);
  row[n / 3] = 0;
  return row;
}

Check long_rows_alike(Seed seed) {
  Chance chance(seed, "long");
  return {"long_rows",
          "softmax",
          "A row as long as a vocabulary keeps its digits.",
          {shares_of(long_row(128256, -2.3025851F)), shares_of(chance.row(16384, -12, 4))}};
}

Check no_row() {
  return {"no_row",
          "softmax",
          "NaN and +inf, an empty row and rows of unlike sizes are refused.",
          {refused_row({1, nan}, 2), refused_row({nan, 1, 2}, 3), refused_row({1, inf}, 2),
           refused_row({inf, mask, 3, 4}, 4), refused_row({}, 0), refused_row({1, 2}, 3),
           refused_row({1, 2}, 1)}};
}

}  // namespace

std::vector<Check> checks_16_fast(Seed seed) {
  return {
      plain(seed),   every_length(seed),    any_size(), place_of_the_largest(), tails(), masks(),
      masks_alone(), long_rows_alike(seed), no_row()};
}

}  // namespace softmax::grader
