// What must hold of exercise 10: steps between floats, and an error in gaps.
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float largest = std::numeric_limits<float>::max();
constexpr double huge = std::numeric_limits<double>::infinity();
constexpr double most = std::numeric_limits<double>::max();
constexpr float tiny = std::numeric_limits<float>::denorm_min();

double wide(float x) { return static_cast<double>(x); }

float up(float x) { return std::nextafter(x, inf); }
float down(float x) { return std::nextafter(x, -inf); }

/// Steps from zero, with the number's sign: the lower 31 bits count them (IEEE 754, 3.4).
double place(float x) {
  const double steps = std::bit_cast<std::uint32_t>(std::abs(x));
  return std::signbit(x) ? -steps : steps;
}

Case steps_of(float a, float b) {
  return {"ulp_distance", {scalar(a), scalar(b)}, {{exactly(std::abs(place(a) - place(b)))}}};
}

Case steps_refused(float a, float b) { return {"ulp_distance", {scalar(a), scalar(b)}, {}, true}; }

/// 4 * 2^-53, relative: the contract says why.
Case error_of(float computed, double reference) {
  const Certified y(reference);
  Wanted wanted = exactly(wide(computed));
  if (std::isfinite(computed)) {
    // The engine's ulp goes on beyond the largest float, as the contract's does.
    wanted = near((Certified(wide(computed)) - y) / ulp(y, binary32()), 4 * 0x1p-53);
  }
  return {"error_ulp", {scalar(computed), scalar(reference)}, {{wanted}}};
}

Case error_refused(float computed, double reference) {
  return {"error_ulp", {scalar(computed), scalar(reference)}, {}, true};
}

Check neighbours() {
  return {"neighbours",
          "ulp_distance",
          "From a float to the next is one step, in both directions; to itself none.",
          {steps_of(1, up(1)), steps_of(up(1), 1), steps_of(1, 1), steps_of(1.5F, up(up(1.5F))),
           steps_of(-3.25F, -3.25F)}};
}

Check gaps_change(Seed seed) {
  Chance chance(seed, "steps");
  std::vector<Case> cases = {steps_of(1000, up(1000)), steps_of(0.1F, up(0.1F)),
                             steps_of(1, 2),           steps_of(down(1), up(1)),
                             steps_of(3, 0.75F),       steps_of(-1000, down(-1000)),
                             steps_of(-2.5F, -1e-3F),  steps_of(1e30F, up(up(1e30F)))};
  for (std::size_t i = 0; i < 24; ++i) {
    const float a = std::exp2(chance.between(-100, 100));
    const float b = a * chance.between(0.25F, 4);
    cases.push_back(i % 2 == 0 ? steps_of(a, b) : steps_of(-a, -b));
  }
  return {"gaps_change", "ulp_distance",
          "It is the same count where gaps are wide, where they are narrow, and where they change.",
          cases};
}

Check through_zero() {
  return {"through_zero",
          "ulp_distance",
          "Between numbers of unlike sign the steps go through zero.",
          {steps_of(-tiny, tiny), steps_of(-1e-44F, 1e-44F), steps_of(-1, 1), steps_of(3, -0.5F),
           steps_of(-1e-40F, 2)}};
}

Check two_zeros() {
  return {"two_zeros",
          "ulp_distance",
          "-0 and +0 are one number.",
          {steps_of(0.0F, -0.0F), steps_of(-0.0F, 0.0F), steps_of(-0.0F, tiny),
           steps_of(-tiny, 0.0F), steps_of(-0.0F, -tiny), steps_of(-0.0F, 1), steps_of(-1, 0.0F),
           steps_of(-0.0F, -0.0F), steps_of(-0.0F, inf)}};
}

Check subnormal_steps() {
  return {"subnormal_steps",
          "ulp_distance",
          "Subnormal numbers are floats like others: each is a step.",
          {steps_of(0, 0x1p-126F), steps_of(tiny, 1e-40F), steps_of(0, 1),
           steps_of(-0x1p-126F, -1e-41F), steps_of(0x1p-126F, down(0x1p-126F))}};
}

Check ends() {
  return {
      "ends",
      "ulp_distance",
      "Infinity is one step past the largest float, and all floats lie between the two.",
      {steps_of(largest, inf), steps_of(-inf, -largest), steps_of(inf, inf), steps_of(-inf, inf),
       steps_of(largest, -largest), steps_of(-2, 1e10F), steps_of(inf, largest), steps_of(-inf, 0),
       steps_of(tiny, inf), steps_of(-inf, -inf), steps_of(-2, down(2)), steps_of(down(-2), 2)}};
}

Check nan_has_no_place() {
  return {"nan_has_no_place",
          "ulp_distance",
          "NaN is refused.",
          {steps_refused(nan, 1), steps_refused(1, nan), steps_refused(nan, nan),
           steps_refused(inf, -nan), steps_refused(nan, -nan), steps_refused(-nan, 0),
           steps_refused(nan, inf)}};
}

Check plain_error(Seed seed) {
  Chance chance(seed, "errors");
  std::vector<Case> cases = {error_of(0.1F, 0.1),    error_of(1000.1F, 1000.1),
                             error_of(1, 1),         error_of(3.1415927F, 3.141592653589793),
                             error_of(-0.3F, -0.3),  error_of(1.9F, 1.9),
                             error_of(3, 2.5),       error_of(2.5F, 3),
                             error_of(-1, 1),        error_of(2, -3),
                             error_of(1e-30F, 1e20), error_of(1e30F, -1e-30)};
  for (std::size_t i = 0; i < 24; ++i) {
    const double y = std::exp2(wide(chance.between(-90, 90))) * (i % 2 == 0 ? 1 : -1);
    const auto nearest = static_cast<float>(y);
    cases.push_back(error_of(i % 3 == 0 ? up(nearest) : nearest, y));
  }
  return {"plain_error", "error_ulp",
          "The error is counted in gaps at the reference, with its sign, and finer than a gap.",
          cases};
}

Check at_powers_of_two() {
  std::vector<Case> cases = {error_of(1, 1 - 0x1p-30),
                             error_of(up(2), 2 - 0x1p-25),
                             error_of(down(1), 1),
                             error_of(up(1), 1),
                             error_of(-4, -4 + 0x1p-28),
                             error_of(down(1024), 1024),
                             error_of(1024, std::nextafter(1024.0, 0)),
                             error_of(0x1.8p60F, std::nextafter(0x1p60, 0))};
  for (int exponent = -130; exponent <= 130; ++exponent) {  // each has a logarithm of its own
    const double power = std::ldexp(exponent % 2 == 0 ? 1.0 : -1.0, exponent);
    cases.push_back(error_of(1, power));
    cases.push_back(error_of(1, std::nextafter(power, 0)));
  }
  return {"at_powers_of_two", "error_ulp",
          "Just below a power of two the gap is the narrow one, at it and above the wide one.",
          cases};
}

Check narrowest_gap() {
  return {"narrowest_gap",
          "error_ulp",
          "Below the smallest normal float the gap stays the same, down to a reference of 0.",
          {error_of(1e-40F, 1e-40), error_of(tiny, 0x1p-150), error_of(0, 1e-46),
           error_of(0x1p-126F, 0x1p-126 - 0x1p-160), error_of(0, -1e-310),
           error_of(0x1p-126F, 0x1p-126), error_of(down(0x1p-126F), 0x1p-126 + 0x1p-160),
           error_of(0, 5e-324), error_of(1, -5e-324), error_of(-tiny, 0x1.8p-140)}};
}

Check error_at_zero() {
  return {"error_at_zero",
          "error_ulp",
          "At a reference of 0 the gap is that of the subnormal floats beside it.",
          {error_of(0, 0), error_of(tiny, 0), error_of(-1e-40F, 0), error_of(1, 0),
           error_of(tiny, -0.0), error_of(-0.0F, 0), error_of(-largest, 0)}};
}

Check infinite_error() {
  return {"infinite_error",
          "error_ulp",
          "Infinity is near to no number; and a gap goes on doubling beyond the largest float.",
          {error_of(inf, 1), error_of(-inf, 3.4e38), error_of(inf, 3.4e38), error_of(inf, 0),
           error_of(inf, 1e39), error_of(largest, 3.5e38), error_of(1, 1e300), error_of(inf, -1),
           error_of(-inf, -3.4e38), error_of(-inf, 0), error_of(-inf, -1e300), error_of(inf, most),
           error_of(largest, 0x1.ffffffp127), error_of(-largest, 1e40), error_of(-largest, most),
           error_of(0, -most)}};
}

Check error_refuses() {
  return {"error_refuses",
          "error_ulp",
          "NaN is refused, and so is a reference that is no number.",
          {error_refused(nan, 1), error_refused(1, wide(nan)), error_refused(1, huge),
           error_refused(inf, huge), error_refused(1, -huge), error_refused(nan, huge),
           error_refused(inf, wide(nan)), error_refused(nan, 0), error_refused(-inf, huge)}};
}

}  // namespace

std::vector<Check> checks_10_ulp(Seed seed) {
  return {
      neighbours(),    gaps_change(seed),  through_zero(),    two_zeros(),        subnormal_steps(),
      ends(),          nan_has_no_place(), plain_error(seed), at_powers_of_two(), narrowest_gap(),
      error_at_zero(), infinite_error(),   error_refuses()};
}

}  // namespace softmax::grader
