// What must hold of exercise 11: what an addition loses, and a sum that keeps it.
#include <cmath>
#include <limits>

#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
constexpr float tiny = std::numeric_limits<float>::denorm_min();
constexpr float big = 0x1p30F;

double wide(float x) { return static_cast<double>(x); }

/// b less what has arrived of it in the sum, a the larger: both differences are floats (Dekker
/// 1971), so a double holds them exactly.
Case loss_of(float a, float b) {
  const bool swapped = std::abs(a) < std::abs(b);
  const double larger = wide(swapped ? b : a);
  const double smaller = wide(swapped ? a : b);
  const double sum = wide(a + b);
  return {"rounding_error", {scalar(a), scalar(b)}, {{exactly(smaller - (sum - larger))}}};
}

Case loss_refused(float a, float b) { return {"rounding_error", {scalar(a), scalar(b)}, {}, true}; }

/// 2u |s| + 2 n^2 u^2 sum |x|: the contract says why.
Case sum_of(const Floats& values) {
  Certified sum;
  Certified sizes;
  for (const float x : values) {
    sum = sum + Certified(wide(x));
    sizes = sizes + Certified(wide(std::abs(x)));
  }
  const auto nu = static_cast<double>(values.size()) * 0x1p-24;
  const Certified tolerance = Certified(0x1p-23) * abs(sum) + Certified(2 * nu * nu) * sizes;
  return {"accurate_sum", {values}, {{Wanted{sum, tolerance, std::nullopt}}}};
}

/// The same of 2^20 or fewer alike, whose sum is a double.
Case sum_of_alike(float n, float x) {
  const Certified sum(wide(n) * wide(x));
  const double relative = 0x1p-23 + 2 * wide(n) * wide(n) * 0x1p-48;
  return {"accurate_sum",
          {Floats(static_cast<std::size_t>(n), x)},
          {{Wanted{sum, Certified(relative) * abs(sum), std::nullopt}}}};
}

Case sum_is(const Floats& values, double wanted) {
  return {"accurate_sum", {values}, {{exactly(wanted)}}};
}

/// Floats of all sizes from 2^-30 to 2^30 and of both signs.
float drawn(Chance& chance) {
  return std::ldexp(chance.between(-1, 1), static_cast<int>(chance.whole(0, 60)) - 30);
}

Check plain_loss() {
  return {"plain_loss",
          "rounding_error",
          "It is what has to be added to the float sum to make it right.",
          {loss_of(0.2F, 0.1F), loss_of(1, 0x1p-25F), loss_of(0x1p24F, 1), loss_of(3, 0.1F),
           loss_of(1 + 0x1p-23F, 1)}};
}

Check nothing_lost() {
  return {"nothing_lost",
          "rounding_error",
          "Where a sum is exact, nothing is lost.",
          {loss_of(1, 2), loss_of(0.5F, -0.25F), loss_of(0, 0), loss_of(1, -1), loss_of(tiny, tiny),
           loss_of(-3, 0), loss_of(0x1p126F, 0x1p126F), loss_of(-0.0F, 0),
           loss_of(0x1p-126F, -tiny), loss_of(1 + 0x1p-23F, -1)}};
}

Check larger_second() {
  return {"larger_second",
          "rounding_error",
          "The order of the two makes no difference: the larger may come second.",
          {loss_of(1, big), loss_of(0.1F, 0x1p24F), loss_of(0x1p-25F, 1), loss_of(0.1F, 1e6F)}};
}

Check signs_by_chance(Seed seed) {
  Chance chance(seed, "losses");
  std::vector<Case> cases = {loss_of(-1000, 0.1F), loss_of(0.1F, -1000), loss_of(-0.2F, -0.1F),
                             loss_of(1.3F, -1e6F)};
  for (std::size_t i = 0; i < 60; ++i) {
    const float a = drawn(chance);
    cases.push_back(loss_of(a, i % 2 == 0 ? drawn(chance) : a * chance.between(-2, 2)));
  }
  return {"signs_by_chance", "rounding_error", "Of whatever size and sign the two are.", cases};
}

Check unlike_sizes() {
  return {"unlike_sizes",
          "rounding_error",
          "Also where a double could not hold the sum either.",
          {loss_of(0x1p60F, 1), loss_of(0x1p100F, -0.1F), loss_of(-0x1p126F, tiny),
           loss_of(1e20F, 1e-20F), loss_of(1, tiny), loss_of(-tiny, 0x1p126F),
           loss_of(0x1p126F, -0x1.fffffep101F)}};
}

Check loss_refuses() {
  return {"loss_refuses",
          "rounding_error",
          "NaN and infinity are refused.",
          {loss_refused(nan, 1), loss_refused(1, nan), loss_refused(1, inf), loss_refused(-inf, 1),
           loss_refused(inf, -inf), loss_refused(inf, inf), loss_refused(nan, inf),
           loss_refused(inf, nan)}};
}

Check plain_sum() {
  return {"plain_sum",
          "accurate_sum",
          "It is the sum of all numbers of the row.",
          {sum_of({1, 2, 3}), sum_of({0.5F, 0.25F, -0.125F, 4}), sum_of({3}),
           sum_of({1, 2, 3, 4, 5, 6, 7}), sum_of({tiny, tiny, tiny})}};
}

Check empty_sum() {
  return {"empty_sum", "accurate_sum", "The sum of nothing is 0.", {sum_is({}, 0)}};
}

Check past_the_stall() {
  Floats small_beside_one(12'289, 0x1p-25F);
  small_beside_one[0] = 1;
  Floats ones_beside_large(1'001, 1);
  ones_beside_large[0] = 0x1p24F;
  return {
      "past_the_stall",
      "accurate_sum",
      "Numbers that are too small for the running sum count as well, and so do many equal ones.",
      {sum_of(ones_beside_large), sum_of(small_beside_one), sum_of(Floats(5'000, 1)),
       sum_of(Floats(20'001, 0.1F)), sum_of_alike(0x1p20F, 0.1F)}};
}

Check cancellation() {
  return {"cancellation",
          "accurate_sum",
          "When large numbers cancel, what the small ones beside them add up to is left.",
          {sum_of({1, big, 1, -big}), sum_of({1e8F, 1, -1e8F}), sum_of({1, 1e20F, -1e20F}),
           sum_of({1, 1, 1, 1, 1e9F, -1e9F}), sum_of({0.1F, 0.2F, big, 0.3F, -big}),
           sum_of({0x1p124F, 0x1p100F, -0x1p124F}), sum_of({1, 0x1p-30F, -1}),
           sum_of({1e-40F, 1, 3e-40F, -1}), sum_of({0.1F, -0.1F})}};
}

Check large_and_negative() {
  return {
      "large_and_negative",
      "accurate_sum",
      "The same if the large number that comes is negative.",
      {sum_of({1, -big, 1, big}), sum_of({0.1F, -1e10F, 0.1F, 1e10F}), sum_of({3, -1e20F, 1e20F})}};
}

Check sums_by_chance(Seed seed) {
  Chance chance(seed, "sums");
  std::vector<Case> cases;
  for (std::size_t i = 0; i < 40; ++i) {
    Floats values(chance.whole(1, 30));
    for (float& x : values) { x = drawn(chance); }
    if (i % 2 == 1) {
      for (std::size_t j = values.size(); j-- > 0;) { values.push_back(-values[j]); }
      values.push_back(chance.between(0.5F, 1));
    }
    cases.push_back(sum_of(values));
  }
  return {"sums_by_chance", "accurate_sum",
          "Whatever the sizes and signs, the error is within the contract.", cases};
}

Check trouble() {
  return {
      "trouble",
      "accurate_sum",
      "Infinity and NaN come through, as they do in a plain sum.",
      {sum_is({inf, 1}, infinite), sum_is({1, -inf, 2}, -infinite), sum_is({1, inf, inf}, infinite),
       sum_is({1, nan, 2}, no_number), sum_is({inf, 3, -inf}, no_number),
       sum_is({inf, nan}, no_number), sum_is({nan, inf}, no_number),
       sum_is({-inf, 1, inf}, no_number), sum_is({inf, -inf, inf}, no_number),
       sum_is({nan}, no_number), sum_is({-inf}, -infinite), sum_is({-inf, -inf}, -infinite),
       sum_is({1, 2, 3, 4, inf}, infinite), sum_is({1, 2, 3, 4, 5, 6, 7, 8, nan}, no_number),
       sum_is({big, inf, -big, 1}, infinite), sum_is({-0x1p125F, inf}, infinite)}};
}

}  // namespace

std::vector<Check> checks_11_sum(Seed seed) {
  return {plain_loss(),     nothing_lost(), larger_second(),      signs_by_chance(seed),
          unlike_sizes(),   loss_refuses(), plain_sum(),          empty_sum(),
          past_the_stall(), cancellation(), large_and_negative(), sums_by_chance(seed),
          trouble()};
}

}  // namespace softmax::grader
