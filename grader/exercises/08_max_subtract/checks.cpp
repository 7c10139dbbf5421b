// What must hold of exercise 8: softmax of any finite logits, some of them masked.
#include <cmath>
#include <limits>

#include "grader/check.hpp"
#include "grader/inputs.hpp"
#include "grader/reference.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;
using Mask = std::vector<bool>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float largest = std::numeric_limits<float>::max();
constexpr float smallest = std::numeric_limits<float>::denorm_min();

double wide(float x) { return static_cast<double>(x); }

/// The row that a mask leaves: -inf where it hides.
Floats left_by(const Mask& mask, Floats logits) {
  for (std::size_t i = 0; i < logits.size(); ++i) { logits[i] = mask[i] ? -inf : logits[i]; }
  return logits;
}

float max_of(const Floats& row) {
  float max = -inf;
  for (const float z : row) { max = std::max(max, z); }
  return max;
}

Mask nothing_masked(const Floats& logits) { return Mask(logits.size(), false); }

Case max_of(const Floats& logits, const Mask& mask) {
  return {"max_logit", {logits, flags(mask)}, {{exactly(wide(max_of(left_by(mask, logits))))}}};
}

Case max_of_all(const Floats& logits) { return max_of(logits, nothing_masked(logits)); }

Case max_refused(const Floats& logits, const Mask& mask) {
  return {"max_logit", {logits, flags(mask)}, {}, true};
}

/// The error is wanted_softmax's: the contract says why.
Case shares_of(const Floats& logits, const Mask& mask) {
  const Floats row = left_by(mask, logits);
  const bool none = max_of(row) == -inf;
  return of_softmax({"softmax",
                     {logits, flags(mask), output(logits.size())},
                     {none ? std::vector<Wanted>(logits.size(), exactly(0)) : wanted_softmax(row)}},
                    {row});
}

Case shares_of_all(const Floats& logits) { return shares_of(logits, nothing_masked(logits)); }

Case refused(const Floats& logits, const Mask& mask, std::size_t results) {
  return {"softmax", {logits, flags(mask), output(results)}, {}, true, true};
}

/// Longer than blocks are, and no multiple of them; the largest comes last.
Floats long_row() {
  Floats result(1031, -9);
  result.back() = -3;
  return result;
}

/// All of them masked but the last one or few, or the first.
Mask all_but(std::size_t first, std::size_t behind) {
  Mask mask(long_row().size(), true);
  for (std::size_t i = first; i < behind; ++i) { mask[i] = false; }
  return mask;
}

Mask mask_by_chance(Chance& chance, std::size_t n) {
  Mask mask(n);
  for (std::size_t i = 0; i < n; ++i) { mask[i] = chance.uniform() < 0.3; }
  return mask;
}

Check plain_max() {
  return {"plain_max",
          "max_logit",
          "It is the largest logit, wherever that stands.",
          {max_of_all({2, 1, 0.1F}), max_of_all({1, 3, 2}), max_of_all({1, 2, 3, 4, 5}),
           max_of_all({0.5F}), max_of_all({7, 7, 7}), max_of_all({largest, 1}),
           max_of(long_row(), Mask(long_row().size(), false))}};
}

Check max_below_zero() {
  return {"max_below_zero",
          "max_logit",
          "Also of a row that lies below zero, however far.",
          {max_of_all({-1.5F, -0.25F, -3}), max_of_all({-200, -201}), max_of_all({-60000, -60001}),
           max_of_all({-5, 3, -9}), max_of_all({-largest}), max_of_all({-inf, -largest}),
           max_of({-largest, 3}, {false, true}), max_of_all({-1, -smallest}),
           max_of_all({-1e-40F, -2e-40F})}};
}

Check masked_max(Seed seed) {
  Chance chance(seed, "max");
  std::vector<Case> cases = {max_of({1, 2, 3, 4}, {false, true, false, true}),
                             max_of({5, 2, 3}, {true, false, false}),
                             max_of({-2, 7, -3}, {false, true, false}),
                             max_of({-2, -200, -3}, {false, true, false}),
                             max_of({nan, 1, inf, 2}, {true, false, true, false}),
                             max_of({1, 2, nan}, {false, false, true})};
  for (std::size_t i = 0; i < 12; ++i) {
    const std::size_t n = chance.whole(2, 11);
    const Floats logits = chance.row(n, -30, 10);
    cases.push_back(max_of(logits, mask_by_chance(chance, n)));
  }
  return {"masked_max", "max_logit", "What is masked plays no part, whatever stands there.", cases};
}

Check max_of_nothing() {
  return {"max_of_nothing",
          "max_logit",
          "If no logit is left, there is nothing above -inf.",
          {max_of({1, 2, 3}, {true, true, true}), max_of({}, {}), max_of({nan}, {true}),
           max_of({-inf, 4}, {false, true}), max_of_all({-inf, -inf})}};
}

Check max_refuses() {
  return {"max_refuses",
          "max_logit",
          "Sizes that differ are refused, and so are NaN and +inf that are not masked.",
          {max_refused({1, nan}, {false, false}), max_refused({nan, 1}, {false, true}),
           max_refused({2, inf, 1}, {false, false, false}), max_refused({1, 2}, {false}),
           max_refused({1, 2}, {true}), max_refused({1}, {false, false}), max_refused({}, {true}),
           max_refused({1, 2}, {}), max_refused({3, nan, 1}, {false, false, true}),
           max_refused({inf}, {false}), max_refused({nan}, {false}),
           max_refused({-inf, nan}, {false, false}), max_refused({nan, -inf}, {false, false}),
           max_refused({1, nan}, {true, false}), max_refused({nan, inf}, {true, false})}};
}

Check plain_shares() {
  return {"plain_shares",
          "softmax",
          "Each share is its exponential over the sum of all.",
          {shares_of_all({2, 1, 0.1F}), shares_of_all({3, 3, 3, 3, 3}), shares_of_all({0.25F}),
           shares_of_all({7, 1, -2, 0.5F, 3, -4, 2.5F}), shares_of_all({})}};
}

Check any_logits(Seed seed) {
  std::vector<Case> cases;
  for (const Floats& row : designed_rows()) { cases.push_back(shares_of_all(row)); }
  for (const Floats& row : long_rows(seed)) { cases.push_back(shares_of_all(row)); }
  cases.push_back(shares_of_all({largest, -largest, largest}));
  cases.push_back(shares_of_all({-largest, -largest}));
  return {"any_logits", "softmax", "Large, small or far apart, long or short: no row breaks it.",
          cases};
}

Check tails() {
  return {"tails",
          "softmax",
          "A share far below the largest keeps its digits, and is 0 only where no float is left.",
          {shares_of_all({0, -13, -20}), shares_of_all({0, -60, -85}),
           shares_of_all({10, -80, -85, -95}), shares_of_all({3, -120, 2, -3e38F})}};
}

Check masked_shares(Seed seed) {
  Chance chance(seed, "shares");
  std::vector<Case> cases = {shares_of({1, 2, 3, 4}, {false, true, false, true}),
                             shares_of({5, 2, 3}, {true, false, false}),
                             shares_of({2, 1, 7}, {false, false, true}),
                             shares_of({-inf, 1, 2}, {false, false, true}),
                             shares_of({-inf, -inf, -3, 2}, {false, false, false, true}),
                             shares_of(long_row(), all_but(1024, 1031)),
                             shares_of(long_row(), all_but(1030, 1031)),
                             shares_of(long_row(), all_but(0, 5)),
                             shares_of(long_row(), all_but(500, 501))};
  for (std::size_t i = 0; i < 12; ++i) {
    const std::size_t n = chance.whole(2, 11);
    const Floats logits = chance.row(n, -8, 8);
    cases.push_back(shares_of(logits, mask_by_chance(chance, n)));
  }
  return {"masked_shares", "softmax",
          "A masked token gets exactly 0, and the others share the whole among them.", cases};
}

Check masked_extremes() {
  return {"masked_extremes",
          "softmax",
          "A masked logit may be any float, far above the others, infinite or NaN.",
          {shares_of({-200, -201, 7}, {false, false, true}),
           shares_of({0, 1000, 1}, {false, true, false}),
           shares_of({1e38F, 0, 1}, {true, false, false}),
           shares_of({-20000, -20001, 3}, {false, false, true}),
           shares_of({-largest, 5}, {false, true}), shares_of({nan, 1, 2}, {true, false, false}),
           shares_of({-largest, inf, -largest}, {false, true, false}),
           shares_of({-largest, -inf, nan}, {false, false, true}),
           shares_of({largest, -largest, nan}, {true, false, true}),
           shares_of({1, 2, inf}, {false, false, true}),
           shares_of({nan, inf, -inf, 1}, {true, true, true, false})}};
}

Check nothing_left() {
  return {"nothing_left",
          "softmax",
          "If no token is left, every share is 0.",
          {shares_of({1, 2, 3}, {true, true, true}), shares_of({nan, inf}, {true, true}),
           shares_of({-inf, -inf}, {false, false}), shares_of({-inf, 3}, {false, true}),
           shares_of({1e38F, -1}, {true, true})}};
}

Check refuses() {
  return {
      "refuses",
      "softmax",
      "Sizes that differ are refused, and NaN and +inf not masked, before anything is written.",
      {refused({1, nan}, {false, false}, 2), refused({nan, 1}, {false, true}, 2),
       refused({2, inf, 1}, {false, false, false}, 3), refused({1, 2}, {false}, 2),
       refused({1, 2}, {false, false}, 3), refused({1, 2, 3}, {false, false, false}, 2),
       refused({1, 2}, {true, true}, 3), refused({}, {}, 1), refused({}, {true}, 0),
       refused({1, 2}, {false, true, true}, 2), refused({inf}, {false}, 1),
       refused({1, 2, nan}, {true, false, false}, 3), refused({1, 2, inf}, {true, true, false}, 3),
       refused({-inf, 2, nan}, {false, false, false}, 3), refused({nan, -inf}, {false, false}, 2),
       refused({-inf, nan}, {false, false}, 2), refused({nan, 1, inf}, {true, false, false}, 3)}};
}

}  // namespace

std::vector<Check> checks_08_max_subtract(Seed seed) {
  return {plain_max(),         max_below_zero(),  masked_max(seed), max_of_nothing(),
          max_refuses(),       plain_shares(),    any_logits(seed), tails(),
          masked_shares(seed), masked_extremes(), nothing_left(),   refuses()};
}

}  // namespace softmax::grader
