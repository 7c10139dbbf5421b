// What must hold of exercise 13: a token by chance.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "engine/decode.hpp"
#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float tiny = std::numeric_limits<float>::denorm_min();
constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double largest_u = 1 - 0x1p-53;

/// A float is a real number, exactly.
Certified certified(float x) { return Certified(static_cast<double>(x)); }

/// Relative, n 2^-53: the contract says why.
Case sums_of(const Floats& probabilities) {
  std::vector<Wanted> wanted;
  wanted.reserve(probabilities.size());
  Certified sum;
  for (const float p : probabilities) {
    sum = sum + certified(p);
    wanted.push_back(near(sum, static_cast<double>(probabilities.size()) * 0x1p-53));
  }
  return {"running_sums", {probabilities, output_of_doubles(probabilities.size())}, {wanted}};
}

Case refused_sums(const Floats& probabilities, std::size_t sums) {
  return {"running_sums", {probabilities, output_of_doubles(sums)}, {}, true};
}

std::vector<double> wide(const Floats& row) { return {row.begin(), row.end()}; }

Case draw(const Floats& probabilities, double u) {
  const Sampled right = sample(wide(probabilities), u, binary64());
  return {"sample", {probabilities, scalar(u)}, {{exactly(static_cast<double>(right.index))}}};
}

Case refused_draw(const Floats& probabilities, double u) {
  return {"sample", {probabilities, scalar(u)}, {}, true};
}

/// Whether u is as far from every step as the contract promises.
bool clear_of_steps(const Floats& probabilities, double u) {
  const std::vector<double> sums = sample(wide(probabilities), u, binary64()).sums;
  const double reach = 2 * static_cast<double>(sums.size()) * 0x1p-53 * sums.back();
  return std::ranges::none_of(
      sums, [&](double sum) { return std::abs(sum - u * sums.back()) <= 2 * reach; });
}

/// Probabilities of some width, that add up to nothing in particular.
Floats weights(Chance& chance, std::size_t n) {
  Floats row = chance.row(n, -6, 0);
  for (float& p : row) { p = std::exp2(p); }
  return row;
}

void add_draws(std::vector<Case>& cases, Chance& chance) {
  while (cases.size() < 24) {
    const Floats row = weights(chance, chance.whole(2, 60));
    const double u = chance.uniform();
    if (clear_of_steps(row, u)) { cases.push_back(draw(row, u)); }
  }
}

Check plain_sums() {
  return {"plain_sums",
          "running_sums",
          "The sum up to a token is the sum of all before it and its own probability.",
          {sums_of({0.5F, 0.25F, 0.125F, 0.125F}), sums_of({0.5F, 0.375F, 0.0625F, 0.0625F}),
           sums_of({1}), sums_of({0, 0, 1, 0}), sums_of({0, 0.5F, 0, 0.5F, 0})}};
}

Check any_end(Seed seed) {
  Chance chance(seed, "sums");
  std::vector<Case> cases = {sums_of({0.25F, 0, 0.125F, 0.125F}),
                             sums_of({2, 6, 1}),
                             sums_of({0.5F, 0.75F, 0.125F}),
                             sums_of({3e38F, 3e38F, 1}),
                             sums_of({tiny, tiny, 0}),
                             sums_of({0, tiny}),
                             sums_of({-0.0F, 0.5F}),
                             sums_of({1, tiny})};
  for (std::size_t i = 0; i < 8; ++i) {
    cases.push_back(sums_of(weights(chance, chance.whole(2, 40))));
  }
  return {"any_end", "running_sums", "The sums end where they end, below 1, at 1 or above.", cases};
}

/// A half, n shares of 2^-25 and the rest to 1. In binary32 a half does not grow by 2^-25.
Floats half_and_tail(std::size_t n) {
  Floats row(n + 2, 0x1p-25F);
  row.front() = 0.5F;
  row.back() = 0.5F - static_cast<float>(n) * 0x1p-25F;
  return row;
}

Check small_tail() {
  return {"small_tail",
          "running_sums",
          "A probability far below the sum so far still counts.",
          {sums_of(half_and_tail(100'003)), sums_of(half_and_tail(4096)),
           sums_of(half_and_tail(17)), sums_of({1, 1e-9F})}};
}

Check no_probabilities() {
  return {
      "no_probabilities",
      "running_sums",
      "What is no probability is refused, and so are rows of unlike sizes.",
      {refused_sums({}, 0), refused_sums({0.5F, nan, 0.5F}, 3), refused_sums({0.5F, -0.5F, 1}, 3),
       refused_sums({inf, 0}, 2), refused_sums({0, 0}, 2), refused_sums({0.5F, 0.25F, 0.25F}, 2),
       refused_sums({0.5F, 0.5F}, 3), refused_sums({nan}, 1), refused_sums({nan, 1}, 2),
       refused_sums({1, nan}, 2), refused_sums({1, inf}, 2), refused_sums({inf, nan}, 2),
       refused_sums({nan, inf}, 2), refused_sums({1, -tiny}, 2), refused_sums({-inf, 1}, 2),
       refused_sums({-0.0F}, 1), refused_sums({0.5F}, 0)}};
}

Check plain_draw(Seed seed) {
  Chance chance(seed, "draws");
  const Floats row = {0.125F, 0.25F, 0.5F, 0.125F};
  std::vector<Case> cases = {draw({0.59F, 0.22F, 0.13F, 0.05F, 0.01F}, 0.75)};
  for (const double u : {0.05, 0.2, 0.5, 0.9}) { cases.push_back(draw(row, u)); }
  add_draws(cases, chance);
  return {"plain_draw", "sample",
          "The token is the first whose running sum is above u times the last sum.", cases};
}

Check u_of_zero() {
  return {"u_of_zero",
          "sample",
          "At u = 0 it is the first token that can be, not one of probability 0.",
          {draw({0, 1}, 0), draw({0, 0, 0.5F, 0.5F}, 0), draw({0, 0, 0.75F, 0.25F}, 1e-300),
           draw({0.5F, 0.5F}, 0), draw({0, 1}, -0.0), draw({0, tiny}, 1e-300),
           draw({0, tiny}, 5e-324), draw({-0.0F, 0, 0.5F}, 0)}};
}

Check exact_step() {
  return {"exact_step",
          "sample",
          "A goal that is a sum exactly belongs to the token after it.",
          {draw({0.25F, 0, 0.125F, 0.125F}, 0.5), draw({0.5F, 0.25F, 0.25F}, 0.5),
           draw({0.5F, 0, 0.25F, 0.25F}, 0.5), draw({0.25F, 0.25F, 0.5F}, 0.25),
           draw({tiny, tiny, 2 * tiny}, 0.5), draw(Floats(131'072, 0x1p-17F), 0.75)}};
}

Check largest_draw() {
  return {"largest_draw",
          "sample",
          "The largest u finds a token of the row, and one that can be.",
          {draw({0.09003057F, 0.66524094F, 0.24472848F}, largest_u),
           draw({0.09003057F, 0.66524094F, 0.24472848F}, 1 - 0x1p-24),
           draw(Floats(10, 0.1F), largest_u), draw({0.5F, 0.499F, 0}, largest_u),
           draw({0.5F, 0.5F, 0}, largest_u), draw({3e38F, 3e38F, 3e38F}, largest_u),
           draw({tiny, 0}, largest_u), draw({tiny}, largest_u)}};
}

Check any_sum() {
  return {"any_sum",
          "sample",
          "The probabilities may add up to any sum: u is scaled by it.",
          {draw({2, 6, 1}, 0.2), draw({2, 6, 1}, 0.5), draw({2, 6, 1}, 0.95),
           draw({0.2F, 0.1F}, 0.5), draw({0.2F, 0.1F}, 0.9), draw({0.2F, 0.1F, 0}, 0.99),
           draw({1, 1}, 0.75), draw({3e38F, 3e38F}, 0.75), draw({tiny, 3 * tiny}, 0.5)}};
}

Check fine_draw() {
  return {"fine_draw",
          "sample",
          "An unlikely token has its place on the line, however narrow.",
          {draw(half_and_tail(4096), 0.5 + 1000.5 * 0x1p-25), draw({0.5F, 1e-7F, 0.5F}, 0.5),
           draw({1, 1e-9F, 1e-9F}, 1 - 1.5e-9), draw({0.25F, 0.25F, 0.5F}, 0.5 - 0x1p-40)}};
}

Check no_draw() {
  return {"no_draw",
          "sample",
          "A u that is not from 0 to below 1 is refused, and so is what is no probability.",
          {refused_draw({}, 0.5),
           refused_draw({nan, 1}, 0.5),
           refused_draw({0, 0}, 0.5),
           refused_draw({0.5F, -0.25F}, 0.5),
           refused_draw({0.5F, 0.5F}, 1),
           refused_draw({0.5F, 0.5F}, -0.125),
           refused_draw({0.5F, 0.5F}, std::numeric_limits<double>::quiet_NaN()),
           refused_draw({0.5F, 0.5F}, 1 + 0x1p-52),
           refused_draw({0.5F, 0.5F}, -5e-324),
           refused_draw({0.5F, 0.5F}, infinite),
           refused_draw({0.5F, 0.5F}, -infinite),
           refused_draw({0.5F, inf}, 0.25),
           refused_draw({inf, 0.5F}, 0.25),
           refused_draw({0.5F, nan}, 0),
           refused_draw({inf, nan}, 0.5),
           refused_draw({nan, inf}, 0.5),
           refused_draw({1, 0.5F, -tiny}, 0.1),
           refused_draw({-inf, 1}, 0.5),
           refused_draw({0}, 0),
           refused_draw({1}, 1)}};
}

}  // namespace

std::vector<Check> checks_13_sampling(Seed seed) {
  return {plain_sums(),     any_end(seed), small_tail(), no_probabilities(),
          plain_draw(seed), u_of_zero(),   exact_step(), largest_draw(),
          any_sum(),        fine_draw(),   no_draw()};
}

}  // namespace softmax::grader
