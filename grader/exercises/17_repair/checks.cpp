// What must hold of exercise 17: three bugs of the museum. Each task is tried by inputs that show
// none of the other two: the temperature without masks and with logits that are not low, the
// maximum and the mask at T = 1.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/certified.hpp"
#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;
using Mask = std::vector<bool>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();

/// Beyond this distance from the maximum a share is below half of the smallest subnormal.
constexpr double lost = 120;

/// What counts of a row.
struct Counted {
  float largest = -inf;
  double n = 0;
};

Counted counted(const Floats& logits, const Mask& masked) {
  Counted row;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (masked[i]) { continue; }
    row.largest = std::max(row.largest, logits[i]);
    row.n += 1;
  }
  return row;
}

/// A float is a real number, exactly.
Certified certified(float x) { return Certified(static_cast<double>(x)); }

/// (z - z_max) / T
Certified scaled(float logit, float largest, float temperature) {
  return (certified(logit) - certified(largest)) / certified(temperature);
}

Certified exponential(const Certified& x) { return x.approximate() < -lost ? Certified() : exp(x); }

Certified sum_of(const Floats& logits, const Mask& masked, float largest, float temperature) {
  Certified sum;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!masked[i]) { sum = sum + exponential(scaled(logits[i], largest, temperature)); }
  }
  return sum;
}

/// (3 (d + ln n) + n + 16) u p + 2^-147: the contract says why.
Wanted share(const Certified& x, const Certified& sum, double n) {
  if (x.approximate() < -lost) { return exactly(0); }
  const Certified p = exp(x) / sum;
  const double relative = (3 * (std::log(n) - x.approximate()) + n + 16) * 0x1p-24;
  return {p, Certified(relative) * p + Certified(0x1p-147), std::nullopt};
}

Floats left_by(const Mask& masked, Floats logits) {
  for (std::size_t i = 0; i < logits.size(); ++i) { logits[i] = masked[i] ? -inf : logits[i]; }
  return logits;
}

Case shares_of(const Floats& logits, float temperature, const Mask& masked) {
  const Counted row = counted(logits, masked);
  const Certified sum = sum_of(logits, masked, row.largest, temperature);
  std::vector<Wanted> wanted;
  wanted.reserve(logits.size());
  for (std::size_t i = 0; i < logits.size(); ++i) {
    wanted.push_back(masked[i] ? exactly(0)
                               : share(scaled(logits[i], row.largest, temperature), sum, row.n));
  }
  Case one{
      "softmax", {logits, flags(masked), scalar(temperature), output(logits.size())}, {wanted}};
  return of_softmax(std::move(one), {left_by(masked, logits), double{temperature}});
}

Case at(float temperature, const Floats& logits) {
  return shares_of(logits, temperature, Mask(logits.size(), false));
}

Case row(const Floats& logits) { return at(1, logits); }

Case masked_row(const Floats& logits, const Mask& masked) { return shares_of(logits, 1, masked); }

Case refused_temperature(float temperature) {
  return {
      "softmax", {Floats{2, 1}, flags({false, false}), scalar(temperature), output(2)}, {}, true};
}

Check plain_temperature(Seed seed) {
  Chance chance(seed, "temperature");
  std::vector<Case> cases = {at(2, {2, 0}),          at(2, {2, 1, 0.1F}), at(0.5F, {2, 1, 0.1F}),
                             at(0.7F, {3, 1, 2.5F}), at(8, {1, 5, 4}),    at(100, {20, 0, 10})};
  for (std::size_t i = 0; i < 12; ++i) {
    const float temperature = std::exp2(chance.between(-1, 4));
    cases.push_back(at(temperature, chance.row(chance.whole(2, 30), 0.125F, 20)));
  }
  return {"plain_temperature", "temperature", "The distance of two logits is divided by T, once.",
          cases};
}

Check small_temperature() {
  return {"small_temperature",
          "temperature",
          "However small T is, it divides: equal logits have equal shares, near ones have some.",
          {at(1e-3F, {2, 2, 1.96F}), at(0.02F, {2, 2.01F, 1.7F}), at(1e-3F, {0.5F, 0.5005F}),
           at(1e-4F, {1, 1.001F, 1}), at(0x1p-126F, {0x3p-126F, 0x1p-126F, 0x2p-126F}),
           at(0x1p-126F, {1, 1})}};
}

Check large_temperature() {
  return {"large_temperature",
          "temperature",
          "However large T is, it divides.",
          {at(0x1p120F, {8e37F, 0, 4e37F, 7.9e37F}), at(1e6F, {3e6F, 1e6F}), at(0x1p120F, {2, 1})}};
}

Check high_logits() {
  return {"high_logits",
          "temperature",
          "What is divided by T is a difference: the height of the row does not matter.",
          {at(0.7F, {500.25F, 500.125F, 500}), at(0.1F, {1000.5F, 1000, 999.5F}),
           at(0.3F, {60000, 60001, 60000.5F}), at(1e-36F, {1000, 1000})}};
}

Check no_temperature() {
  return {"no_temperature",
          "temperature",
          "A T that is 0, negative, infinite or NaN is refused.",
          {refused_temperature(0), refused_temperature(-1), refused_temperature(inf),
           refused_temperature(nan), refused_temperature(1e-40F), refused_temperature(-0.0F),
           refused_temperature(-inf), refused_temperature(-nan), refused_temperature(-0x1p-126F),
           refused_temperature(std::nextafter(0x1p-126F, 0.0F)), refused_temperature(0x1p127F)}};
}

Check plain_maximum(Seed seed) {
  Chance chance(seed, "maximum");
  std::vector<Case> cases = {row({-200, -201}), row({-103, -103.5F}), row({-140, -133.5F, -138}),
                             row({-5, -6, -5.5F}), row({-300})};
  for (std::size_t i = 0; i < 12; ++i) {
    const float low = chance.between(-900, -250);
    cases.push_back(row(chance.row(chance.whole(2, 20), low, low + 40)));
  }
  return {"plain_maximum", "maximum",
          "Logits may all be negative: the maximum is the one nearest to 0.", cases};
}

Check low_logits() {
  return {"low_logits",
          "maximum",
          "There is no depth at which a logit is no longer found.",
          {row({-60000, -60001}), row({-8e37F, -8e37F}), row({-51000, -50999, -51000.5F}),
           row({-0x1p126F}), row({-2e9F, -2e9F, -3e9F}), row({-1e30F, -0x1p126F, -1e30F})}};
}

Check place_of_the_largest() {
  return {"place_of_the_largest",
          "maximum",
          "The largest logit is found wherever it stands, and however far from the others.",
          {row({100, 0, 1}), row({0, 100}), row({-10, 120, 3}), row({1, -150, 1}),
           row({0, 0, 0, 0, -1, 250}), row({8e37F, -8e37F, 7.9e37F}), row({200, 1, 2, 3}),
           row({0x1p126F, -0x1p126F})}};
}

Check plain_mask(Seed seed) {
  Chance chance(seed, "mask");
  std::vector<Case> cases = {masked_row({2, 1, 0.1F}, {true, false, false}),
                             masked_row({0.43F, -0.21F, 0.99F, 0.32F, -0.35F, 0.04F},
                                        {false, false, false, true, true, true}),
                             masked_row({5, 1, 2, 3}, {false, true, false, true})};
  for (std::size_t i = 0; i < 12; ++i) {
    const Floats logits = chance.row(chance.whole(3, 30), 0, 9);
    Mask masked(logits.size());
    for (std::size_t j = 2; j < masked.size(); ++j) { masked[j] = chance.uniform() < 0.4; }
    masked[i % 2] = true;
    cases.push_back(masked_row(logits, masked));
  }
  return {"plain_mask", "mask", "A masked token has a share of 0, and the others share the whole.",
          cases};
}

Check large_masked() {
  return {"large_masked",
          "mask",
          "A masked logit may be far above the others: it has no part in anything.",
          {masked_row({0, 1000}, {false, true}), masked_row({90, 1, 2}, {true, false, false}),
           masked_row({1, 96, 0.5F, -0.25F}, {false, true, false, false}),
           masked_row({1, 3e38F}, {false, true}), masked_row({1000, 1, 0}, {true, false, false}),
           shares_of({1, 2}, 0x1p100F, {true, false}), shares_of({1, 2}, 0x1p120F, {true, false}),
           shares_of({-0x1p125F, 5}, 0x1p120F, {false, true})}};
}

Check anything_masked() {
  return {
      "anything_masked",
      "mask",
      "A masked logit may be infinite or NaN: it is not looked at.",
      {masked_row({0, inf, 1}, {false, true, false}), masked_row({nan, 0, 1}, {true, false, false}),
       masked_row({2, 1, -inf}, {false, false, true}), masked_row({2, nan}, {false, true}),
       masked_row({inf, nan, 1, -nan, -inf}, {true, true, false, true, true}),
       masked_row({nan, inf, 1}, {true, true, false})}};
}

Check all_masked() {
  return {"all_masked",
          "mask",
          "Where all are masked, all shares are 0.",
          {masked_row({2, 1, 3}, {true, true, true}), masked_row({2}, {true}),
           masked_row({nan, inf, -inf}, {true, true, true}), masked_row({-inf}, {true}),
           masked_row({nan}, {true}), shares_of({1, 2}, 0x1p120F, {true, true}),
           masked_row({-2, 5, 0.5F, 1}, {true, true, true, true})}};
}

Case refused_row(const Floats& logits, const Mask& masked, std::size_t results) {
  return {"softmax", {logits, flags(masked), scalar(1.0F), output(results)}, {}, true};
}

Check no_row() {
  return {
      "no_row",
      "mask",
      "What is not masked must be finite, and rows must be of one size and not empty.",
      {refused_row({1, nan}, {false, false}, 2), refused_row({nan, 1}, {false, true}, 2),
       refused_row({1, inf, 2}, {true, false, false}, 3), refused_row({1, -inf}, {false, false}, 2),
       refused_row({inf, nan}, {false, false}, 2), refused_row({nan, inf}, {true, false}, 2),
       refused_row({nan}, {false}, 1), refused_row({}, {}, 0), refused_row({1, 2}, {false}, 2),
       refused_row({1, 2}, {false, false, true}, 2), refused_row({1, 2}, {false, false}, 3),
       refused_row({1, 2}, {false, false}, 1), refused_row({1}, {false, false}, 2)}};
}

}  // namespace

std::vector<Check> checks_17_repair(Seed seed) {
  return {plain_temperature(seed),
          small_temperature(),
          large_temperature(),
          high_logits(),
          no_temperature(),
          plain_maximum(seed),
          low_logits(),
          place_of_the_largest(),
          plain_mask(seed),
          large_masked(),
          anything_masked(),
          all_masked(),
          no_row()};
}

}  // namespace softmax::grader
