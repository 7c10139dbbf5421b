// What must hold of exercise 6: temperature and its limits.
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
constexpr float masked = -inf;
constexpr float smallest = std::numeric_limits<float>::denorm_min();
constexpr float largest = std::numeric_limits<float>::max();

/// How far below the largest each logit is, in units of T; inf if it has no share.
std::vector<double> distances(const Floats& logits, float temperature) {
  const double max_logit = double{*std::ranges::max_element(logits)};
  std::vector<double> result;
  for (const float z : logits) {
    const double distance = max_logit - double{z};  // exact, or rounded where it is huge
    if (std::isinf(z)) {
      result.push_back(distance);
    } else if (temperature == 0) {
      result.push_back(distance == 0 ? 0 : double{inf});
    } else {
      result.push_back(std::isinf(temperature) ? 0 : distance / double{temperature});
    }
  }
  return result;
}

/// e^((z - max)/T); 0 beyond a distance of 1000, where it is below 2^-1442 of the sum.
Certified exponential(float logit, float max_logit, float temperature, double distance) {
  if (distance == 0) { return Certified(1.0); }
  if (distance > 1000) { return Certified(); }
  return exp((Certified(double{logit}) - Certified(double{max_logit})) /
             Certified(double{temperature}));
}

/// (n + 8 + 4 (d + ln n)) u, and 3 steps where the probability is subnormal: the contract says why.
std::vector<Wanted> shares(const Floats& logits, float temperature) {
  const float max_logit = *std::ranges::max_element(logits);
  const std::vector<double> distance = distances(logits, temperature);
  std::vector<Certified> exponentials;
  Certified sum;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials.push_back(exponential(logits[i], max_logit, temperature, distance[i]));
    sum = sum + exponentials[i];
  }
  const double n = static_cast<double>(logits.size());
  std::vector<Wanted> result;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const Certified share = exponentials[i] / sum;
    const double relative = (n + 8 + 4 * (distance[i] + std::log(n))) * 0x1p-24;
    Wanted wanted = exponentials[i].zero() ? exactly(0) : near(share, relative);
    if (!wanted.exact && share < Certified(0x1p-126)) {
      wanted.tolerance = wanted.tolerance + Certified(3 * 0x1p-149);
    }
    result.push_back(wanted);
  }
  return result;
}

Case row(const Floats& logits, float temperature) {
  return of_softmax({"softmax",
                     {logits, scalar(temperature), output(logits.size())},
                     {shares(logits, temperature)}},
                    {logits, double{temperature}});
}

Case refused(const Floats& logits, float temperature, std::size_t results) {
  return {"softmax", {logits, scalar(temperature), output(results)}, {}, true};
}

// The first task: |z|/T stays below 8, so that the order of the steps does not matter yet.

Check plain_temperature(Seed seed) {
  Chance chance(seed, "plain_temperature");
  std::vector<Case> cases = {row({2, 1, 0.1F}, 0.5F),    row({1, -0.5F, 0.25F, 2}, 0.75F),
                             row({0, 1, 3, 2}, 0.5F),    row({2, 1, 0.1F}, 2),
                             row({4, -2, 1, 0}, 2.5F),   row({3, 1, 2}, 10),
                             row({-1, -2, -3}, 1.5F),    row({2, 1, 0.1F}, 1),
                             row({-1, -2, -3, 0.5F}, 1), row({4, 0, 4}, 1),
                             row({1, 1, 1, 1}, 0.5F),    row({-2, -2, -2}, 3),
                             row({2.5F}, 0.75F),         row({-1.5F}, 4)};
  for (std::size_t i = 0; i < 24; ++i) {
    const Floats logits = chance.row(chance.whole(2, 40), -4, 4);
    cases.push_back(row(logits, chance.between(0.5F, 4)));
  }
  return {"plain_temperature", "temperature",
          "The shares are those of the logits over T: sharper below 1, flatter above it.", cases};
}

/// A row that is longer than blocks are, of which all but the last two tokens are masked.
Floats last_two_left() {
  Floats result(1031, masked);
  result[1029] = -1;
  result[1030] = -2;
  return result;
}

Check masked_shares() {
  return {"masked_shares",
          "temperature",
          "A masked token has a share of exactly 0, and the others share the whole.",
          {row({masked, 1, 2}, 0.5F), row({3, masked, 1}, 2.5F), row({-1, -2, masked}, 1.5F),
           row({masked, masked, -3}, 2), row(last_two_left(), 2), row({masked, 2, masked}, largest),
           row({masked, 2, 1, masked}, 1e10F)}};
}

Check no_temperature_refused() {
  return {
      "no_temperature_refused",
      "temperature",
      "A temperature that is negative or NaN, an empty row, and unlike sizes are refused.",
      {refused({2, 1, 0.1F}, -1, 3), refused({2, 1}, -smallest, 2), refused({2, 1}, -inf, 2),
       refused({2, 1, 0.1F}, nan, 3), refused({3}, nan, 1), refused({1, 2, 3}, 1, 2),
       refused({1, 2}, 1, 3), refused({}, 1, 0), refused({}, 1, 2), refused({1, 2}, 0, 3),
       refused({1, 2, 3}, 0, 2), refused({1, 2}, inf, 3), refused({1, 2, 3}, inf, 2),
       refused({}, 0, 0), refused({}, inf, 0), refused({2, 1}, -nan, 2), refused({2, 2}, nan, 2)}};
}

Check zero_limit() {
  return {"zero_limit",
          "limits",
          "At T = 0 the largest logit takes everything, and several largest share it.",
          {row({2, 1, 0.1F}, 0), row({0, -1, 3, 2}, 0), row({-200, -100}, 0), row({5, 4}, -0.0F),
           row({3, 3, 1}, 0), row({1, 4, 0, 4, 4}, 0), row({0, 0, 0}, 0), row(Floats(999, 7), 0),
           row({1, 1.0000001F}, 0), row({-3, -3.0000002F, -4}, 0), row({masked, 2, 1}, 0),
           row({masked, -3, -3, masked}, 0), row({masked, -2}, 0), row({0.0F, -0.0F, -1}, 0),
           row({-0.0F, 0.0F}, -0.0F), row({-1e5F, -99999}, 0), row({0, smallest}, 0),
           row({-1e5F, masked, -1e5F}, 0), row(last_two_left(), 0)}};
}

Check infinite_limit() {
  return {"infinite_limit",
          "limits",
          "At T = inf all get equal shares, but a masked token still has none.",
          {row({2, 1, 0.1F}, inf), row({-100, 300}, inf), row({4}, inf),
           row({0, 1, 2, 3, 4, 5, 6}, inf), row({masked, 2, 1}, inf),
           row({3, masked, masked, 1, -5}, inf), row({masked, 7}, inf),
           row({1e5F, -1e5F, masked}, inf), row(Floats(1031, -3), inf), row(last_two_left(), inf)}};
}

Check far_logits(Seed seed) {
  Chance chance(seed, "far_logits");
  std::vector<Case> cases = {
      row({500.25F, 500, 499}, 0.7F),     row({-5000.25F, -5000, -4999}, 0.7F),
      row({1002, 1001, 1000.125F}, 1.3F), row({10002, 10001, 10000}, 3),
      row({1e5F, 99999, 99998.5F}, 3),    row({-1e5F, -99999, masked}, 0.3F)};
  for (std::size_t i = 0; i < 12; ++i) {
    Floats logits = chance.row(chance.whole(2, 30), -4, 4);
    const float shift = chance.between(500, 9000) * (i % 2 == 0 ? 1.0F : -1.0F);
    for (float& z : logits) { z += shift; }
    cases.push_back(row(logits, chance.between(0.5F, 4)));
  }
  return {"far_logits", "range",
          "How far from zero the row lies costs no digits: only distances count.", cases};
}

Check nothing_overflows() {
  return {"nothing_overflows",
          "range",
          "At T = 1 nothing overflows, be the logits large or all far below zero.",
          {row({1000, 999, 998}, 1), row({-200, -201}, 1), row({0, 100}, 1), row({100, 0, 1}, 1),
           row({masked, 300, 299}, 1), row({-104, -105}, 1), row({-60000, -60001}, 1),
           row({-99999, -99998, masked}, 2)}};
}

Check low_temperatures() {
  return {
      "low_temperatures",
      "range",
      "Every low temperature, the smallest float too, sharpens as far as it should and no farther.",
      {row({1, 1.001F, 0.999F}, 1e-3F), row({0.5F, 0.5002F, 0.4999F}, 1e-4F),
       row({2.875F, 2.955F, 11.0625F}, 1e-4F), row({3, 2.97F, 2.995F}, 5e-3F),
       row({10, 10, 10}, 1e-4F), row({-7.5F, -7.5F, -9}, 1e-4F), row({0, 0, -1}, 1e-30F),
       row({0, 2e-7F, -1e-7F}, 1e-7F), row({0, 1e-9F, 3e-9F}, 2e-9F), row({0, 1e-30F}, 1e-30F),
       row({5, 4, 5, masked}, 1e-40F), row({1, 2}, smallest), row({0, 1e-40F}, 1e-40F),
       row({0, smallest, 3 * smallest}, smallest), row({1e5F, -1e5F, masked, 1e5F}, smallest),
       row({masked, -1e5F, -1e5F}, 1e-38F), row({1e5F, 99999.9921875F}, 1e-3F)}};
}

Check tails(Seed seed) {
  Floats crowd(4097, -340);
  crowd[0] = 0;
  return {"tails",
          "range",
          "A small share is as small as it should be, and a high T leaves small differences.",
          {row({0, -85, -95, -100, -120}, 1), row({0, -700, masked, -1000}, 8), row(crowd, 4),
           row(Chance(seed, "tails").row(20, -200, 0), 2), row({2, 1, -3}, 1e9F),
           row({1e5F, -1e5F, 0}, 1e5F), row({300, -200, 0}, 100), row({2, 1, -3}, 3e38F),
           row({1e5F, -1e5F}, 1e6F), row({1e5F, -1e5F, masked}, 1e8F), row({1e5F, -1e5F}, 1e9F),
           row({1e5F, -1e5F}, 1e10F), row({1e5F, -1e5F}, 1e11F), row({1e5F, -1e5F}, largest)}};
}

}  // namespace

std::vector<Check> checks_06_temperature(Seed seed) {
  return {plain_temperature(seed),
          masked_shares(),
          no_temperature_refused(),
          zero_limit(),
          infinite_limit(),
          far_logits(seed),
          nothing_overflows(),
          low_temperatures(),
          tails(seed)};
}

}  // namespace softmax::grader
