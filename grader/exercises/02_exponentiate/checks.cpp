// What must hold of exercise 2: exponentiate.
#include <algorithm>
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

/// 2 ulp: the contract says why. A mask, and what is lost, is exactly 0.
Wanted exponential(float z) {
  if (std::isnan(z)) { return exactly(double{nan}); }
  const double rounded = exp_rounded(double{z}, binary32());
  if (rounded == 0 || std::isinf(rounded)) { return exactly(rounded); }
  return near_in_ulp(exp(Certified(double{z})), 2, binary32());
}

/// Domain: no logit so near an end of the range that 2 ulp would lead beyond it.
Case exponentials(const Floats& logits) {
  std::vector<Wanted> wanted;
  for (const float z : logits) { wanted.push_back(exponential(z)); }
  return {"exponentiate", {logits, output(logits.size())}, {wanted}};
}

Case refused_sizes(const Floats& logits, std::size_t results) {
  return {"exponentiate", {logits, output(results)}, {}, true, true};
}

Check plain_exponentials(Seed seed) {
  Chance chance(seed, "plain_exponentials");
  std::vector<Case> cases = {exponentials({2, 1, 0.1F}),
                             exponentials({0}),
                             exponentials({-1, -2.5F, 3, 0.5F}),
                             exponentials({-3, -3, -3}),
                             exponentials({0.25F, 4, -4}),
                             exponentials({}),
                             exponentials({-0.0F, smallest, -smallest, 1e-7F, -1e-7F})};
  for (std::size_t i = 0; i < 24; ++i) {
    cases.push_back(exponentials(chance.row(chance.whole(1, 33), -12, 12)));
  }
  cases.push_back(exponentials(Chance(seed, "long").row(1031, -12, 12)));
  return {"plain_exponentials", "exponentiate",
          "Each logit is replaced by e to it, to the digits of a float.", cases};
}

Check far_logits(Seed seed) {
  return {"far_logits",
          "exponentiate",
          "Far from zero, too, the exponentials keep their digits; from 88.73 on they are inf.",
          {exponentials({-13, -13.5F, -16}), exponentials({-20, -30.25F, -50}),
           exponentials({-70, -80.5F, -87}), exponentials({20, 50.5F, 80, 88, 88.7F}),
           exponentials({88.72F, -87.3F, -87.33F}), exponentials({88.73F}),
           exponentials({88.75F, 100, 1e30F}), exponentials({largest}), exponentials({inf, 1}),
           exponentials({1000, 999, 998}), exponentials(Chance(seed, "far").row(61, -87, 88.5F))}};
}

Check subnormal_exponentials() {
  return {"subnormal_exponentials",
          "exponentiate",
          "Between -87.34 and -103.97 the exponentials are subnormal numbers, not 0.",
          {exponentials({-87.5F, -90, -95}), exponentials({-100, -102, -103.5F}),
           exponentials({-87.34F, -101, -96.5F})}};
}

Check masks_and_nan() {
  return {"masks_and_nan",
          "exponentiate",
          "A mask, and every logit below -103.98, gives exactly 0; NaN stays NaN.",
          {exponentials({-inf, 1, -2}), exponentials({-1, -inf, -inf}), exponentials({-inf}),
           exponentials({-103.98F, -104, -105}), exponentials({-200, -1e30F, -largest}),
           exponentials({nan, 1, -2}), exponentials({1, nan}), exponentials({-inf, -nan, inf})}};
}

Check unlike_sizes() {
  return {"unlike_sizes",
          "exponentiate",
          "Rows of unlike sizes are refused before anything is written.",
          {refused_sizes({1, 2, 3}, 2), refused_sizes({1, 2}, 3), refused_sizes({}, 1),
           refused_sizes({1}, 0)}};
}

/// Finite, and rounded to 0.
Case lost_of(const Floats& logits) {
  const auto n = std::ranges::count_if(
      logits, [](float z) { return std::isfinite(z) && exp_rounded(double{z}, binary32()) == 0; });
  return {"lost", {logits}, {{exactly(static_cast<double>(n))}}};
}

Check plain_count(Seed seed) {
  Chance chance(seed, "plain_count");
  std::vector<Case> cases = {lost_of({2, 1, 0.1F, -200}),
                             lost_of({-300, -200, -150, 1}),
                             lost_of({0.5F, 2}),
                             lost_of({-1, -2, -10}),
                             lost_of({1, -300, 2, -200, 3, -110}),
                             lost_of({}),
                             lost_of(Floats(5000, -120)),
                             lost_of(Floats(5000, -10))};
  for (std::size_t i = 0; i < 24; ++i) {
    Floats row = chance.row(chance.whole(1, 60), -10, 10);
    for (float& z : row) {
      if (chance.uniform() < 0.5) { z = chance.between(-700, -110); }
    }
    cases.push_back(lost_of(row));
  }
  return {"plain_count", "lost",
          "Every logit is counted, once, whose exponential is too small for a float.", cases};
}

Check the_threshold() {
  return {"the_threshold",
          "lost",
          "What is small or subnormal is kept: zero begins at half of the smallest positive float.",
          {lost_of({-16.5F, -18, -30}), lost_of({-80, -87, 1}), lost_of({-88, -88.5F}),
           lost_of({-89, -95, -100, -103}), lost_of({-103.3F, -103.5F, -103.75F}),
           lost_of({-103.9F, -103.96F}), lost_of({-103.98F, -104, -103.99F}),
           lost_of({-103.95F, -104.01F}), lost_of({-largest, -1e30F, -104})}};
}

Check not_lost() {
  return {"not_lost",
          "lost",
          "Masks, NaN and what overflows are not counted.",
          {lost_of({-inf, 0, -inf}), lost_of({-inf}), lost_of({-inf, -104.5F, 2, -inf}),
           lost_of({nan, 1}), lost_of({100, 200, 1}), lost_of({inf, nan, -200}),
           lost_of({-200, nan, -inf, -300}), lost_of({-nan, 88.73F, largest, -largest})}};
}

}  // namespace

std::vector<Check> checks_02_exponentiate(Seed seed) {
  return {plain_exponentials(seed), far_logits(seed),  subnormal_exponentials(), masks_and_nan(),
          unlike_sizes(),           plain_count(seed), the_threshold(),          not_lost()};
}

}  // namespace softmax::grader
