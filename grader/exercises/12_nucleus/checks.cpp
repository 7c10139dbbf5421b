// What must hold of exercise 12: top-k and top-p.
#include <limits>

#include "engine/decode.hpp"
#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float mask = -inf;
constexpr float huge = std::numeric_limits<float>::max();
constexpr float tiny = std::numeric_limits<float>::denorm_min();
constexpr std::size_t largest_k = std::numeric_limits<std::size_t>::max();

std::vector<double> wide(const Floats& row) { return {row.begin(), row.end()}; }

/// How many are kept, then the indices; behind them stands n (subject.cpp).
std::vector<std::vector<Wanted>> wanted(const std::vector<std::size_t>& kept, std::size_t n) {
  std::vector<Wanted> indices(n, exactly(static_cast<double>(n)));
  for (std::size_t i = 0; i < kept.size(); ++i) {
    indices[i] = exactly(static_cast<double>(kept[i]));
  }
  return {{exactly(static_cast<double>(kept.size()))}, indices};
}

std::vector<Value> arguments(const Floats& row, const Value& parameter) {
  return {row, parameter, output_of_counts(1), output_of_counts(row.size())};
}

Case best(const Floats& logits, std::size_t k) {
  return {"top_k", arguments(logits, count(k)), wanted(top_k(wide(logits), k), logits.size())};
}

Case refused_k(const Floats& logits, std::size_t k) {
  return {"top_k", arguments(logits, count(k)), {}, true};
}

/// The engine adds in binary32. All sums below are exact in it, so that they are in any order and
/// any wider format; or else they are farther from p than the contract's n u.
Case nucleus(const Floats& probabilities, float p) {
  const Nucleus right = top_p(wide(probabilities), static_cast<double>(p), binary32());
  return {"top_p", arguments(probabilities, scalar(p)), wanted(right.kept, probabilities.size())};
}

Case refused_p(const Floats& probabilities, float p) {
  return {"top_p", arguments(probabilities, scalar(p)), {}, true};
}

Check plain_k(Seed seed) {
  Chance chance(seed, "top_k");
  std::vector<Case> cases = {best({2, 1, 0.1F, 3}, 2), best({-1, 5, 0.5F, 3, 2}, 3)};
  for (std::size_t i = 0; i < 16; ++i) {
    const Floats logits = chance.row(chance.whole(4, 70), -9, 9);
    cases.push_back(best(logits, chance.whole(1, logits.size() - 1)));
  }
  return {"plain_k", "top_k", "The k largest logits are kept, the largest first.", cases};
}

Check negative_logits() {
  return {"negative_logits",
          "top_k",
          "Logits may all be negative: the largest is the one nearest to 0.",
          {best({-3, -1, -2, -5}, 2), best({-1e4F, -1e3F, -2e3F}, 1), best({-0.5F, -0.25F}, 1)}};
}

Check ends_of_the_range() {
  return {"ends_of_the_range",
          "top_k",
          "A logit of +inf is the largest, and the lowest finite one is not yet a mask.",
          {best({1, inf, 2}, 1), best({1, inf, 2, inf}, 3), best({huge, inf, mask}, 2),
           best({-huge, mask, -3e38F}, 3), best({mask, -huge}, 1), best({-huge, inf}, 5),
           best({inf}, 1)}};
}

/// Eleven values, each many times, in no order.
Floats few_values(std::size_t n) {
  Floats row(n);
  for (std::size_t i = 0; i < n; ++i) { row[i] = static_cast<float>(i * 7 % 11) - 5; }
  return row;
}

Check equal_logits() {
  return {"equal_logits",
          "top_k",
          "Of equal logits the lower index comes first, and k tokens are kept, no more.",
          {best({1, 2, 2, 2, 3}, 3), best({1, 3, 3, -2}, 1), best({0.5F, 0.5F, 0.5F, 0.5F}, 2),
           best({2, 5, 5, 1, 5}, 2), best(Floats(40, 1.5F), 17), best({-0.0F, 0.0F, -0.0F}, 2),
           best(few_values(1000), 700), best(few_values(1000), 3)}};
}

Check masked_tokens() {
  return {"masked_tokens",
          "top_k",
          "A masked token is never kept, though fewer than k be left.",
          {best({mask, 2, mask, 1}, 3), best({mask, 0.5F, 1, mask}, 2), best({mask, 4, mask}, 2),
           best({3, mask}, 2), best({mask, mask, mask, 0}, 4), best({mask, 1, mask}, largest_k)}};
}

Check large_k() {
  return {"large_k",
          "top_k",
          "A k that is larger than the row keeps all of it.",
          {best({1, 3, 2}, 5), best({3, 1, 2}, 3), best({7}, 40), best({1, 3, 2}, largest_k)}};
}

Check no_choice_k() {
  return {
      "no_choice_k",
      "top_k",
      "No tokens, k of 0, a NaN and a row of masks alone are refused.",
      {refused_k({1, 2}, 0), refused_k({}, 1), refused_k({1, nan, 2}, 1), refused_k({nan, 1, 2}, 3),
       refused_k({mask, mask}, 1), refused_k({mask}, largest_k), refused_k({3, 2, nan}, 1),
       refused_k({inf, nan}, 1), refused_k({nan, inf}, 1), refused_k({mask, -nan}, 2),
       refused_k({5, mask, mask, nan}, 1), refused_k({nan}, 1), refused_k({}, 0)}};
}

/// Unlike multiples of 2^-17 that add up to 1, so that no sum of them is rounded.
Floats unlike_probabilities(Chance& chance) {
  const std::size_t first = chance.whole(0, 4095);
  Floats row(chance.whole(4, 24));
  float rest = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    row[i] = static_cast<float>(1 + (first + i * 1567) % 4096) * 0x1p-17F;
    rest -= row[i];
  }
  row[row.size() / 2] += rest;
  return row;
}

Check plain_p(Seed seed) {
  Chance chance(seed, "top_p");
  std::vector<Case> cases = {nucleus({0.2F, 0.1F, 0.4F, 0.3F}, 0.8F),
                             nucleus({0.5F, 0.3F, 0.1F, 0.1F}, 0.6F)};
  for (std::size_t i = 0; i < 16; ++i) {
    const Floats row = unlike_probabilities(chance);
    cases.push_back(nucleus(row, static_cast<float>(chance.whole(1, 250)) * 0x1p-8F));
  }
  return {"plain_p", "top_p", "The fewest of the likeliest tokens that reach p are kept.", cases};
}

Check exact_hit() {
  return {"exact_hit",
          "top_p",
          "Where a sum is p exactly, p is reached: no token is kept after it.",
          {nucleus({0.3F, 0.1F, 0.1F, 0.5F}, 0.8F), nucleus({0.125F, 0.5F, 0.375F}, 0.875F),
           nucleus({0.0625F, 0.75F, 0.1875F}, 0.75F)}};
}

Check p_of_one() {
  return {"p_of_one",
          "top_p",
          "p = 1 is a number like others: once it is reached no token is kept.",
          {nucleus({0.5F, 0.5F, 0x1p-30F}, 1), nucleus({2, 6, 1}, 1),
           nucleus({0.25F, 0.5F, 0.125F, 0.125F, 0x1p-40F}, 1)}};
}

/// 2^-22 is 4 u: more than what the sums of three numbers can be off.
Check near_hit() {
  return {"near_hit",
          "top_p",
          "A sum that is a little below p has not reached it, and one a little above has.",
          {nucleus({0.5F, 0.25F, 0.125F}, 0.75F + 0x1p-22F),
           nucleus({0.5F, 0.25F, 0.125F}, 0.75F - 0x1p-22F),
           nucleus({0.25F, 0.5F}, 0.5F + 0x1p-22F), nucleus({0.25F, 0.5F}, 0.5F - 0x1p-22F)}};
}

Check small_p() {
  return {"small_p",
          "top_p",
          "However small p is, the likeliest token is kept.",
          {nucleus({0.10650698F, 0.78698605F, 0.106506986F}, 1e-8F), nucleus({0.1F, 0.7F, 0.2F}, 0),
           nucleus({0.1F, 0.7F, 0.2F}, -0.0F), nucleus({0.25F, 0.75F}, tiny),
           nucleus({0.1F, 0.7F, 0.2F}, 0.5F)}};
}

Check impossible_tokens() {
  return {
      "impossible_tokens",
      "top_p",
      "A token of probability 0 is never kept, not at p = 1 either.",
      {nucleus({0, 0.5F, 0.375F, 0, 0.125F}, 1), nucleus({0.5F, 0, 0.25F}, 1),
       nucleus({0, 1, 0}, 1), nucleus({-0.0F, 0.5F, 0.25F}, 1), nucleus({tiny, 0, 2 * tiny}, 1)}};
}

Check short_sum() {
  return {"short_sum",
          "top_p",
          "Probabilities are taken as they are, and may add up to less than p, or to more than 1.",
          {nucleus({0.25F, 0.125F, 0.0625F}, 0.875F), nucleus({0.125F, 0.0625F, 0.25F}, 0.3F),
           nucleus({0.4F, 0.3F}, 0.9F), nucleus({0.5F, 0.75F, 0.25F}, 0.875F),
           nucleus({2, 6, 1}, 0.5F), nucleus({1e38F, 2e38F}, 1)}};
}

Check equal_probabilities() {
  return {
      "equal_probabilities",
      "top_p",
      "Of equal tokens the lower index comes first.",
      {nucleus({0.25F, 0.25F, 0.25F, 0.25F}, 0.3F), nucleus({0.125F, 0.25F, 0.375F, 0.25F}, 0.5F),
       nucleus(Floats(32, 0x1p-5F), 0.5F), nucleus(Floats(1024, 0x1p-10F), 0.75F)}};
}

Check no_choice_p() {
  return {"no_choice_p",
          "top_p",
          "What is no probability is refused, and so is a p that is not from 0 to 1.",
          {refused_p({}, 0.5F),
           refused_p({0.5F, nan}, 0.5F),
           refused_p({0.5F, -0.125F}, 0.5F),
           refused_p({0.5F, inf}, 0.5F),
           refused_p({0, 0}, 0.5F),
           refused_p({0.5F, 0.5F}, 1.5F),
           refused_p({0.5F, 0.5F}, -0.5F),
           refused_p({0.5F, 0.5F}, nan),
           refused_p({0.5F, 0.5F}, 1 + 0x1p-23F),
           refused_p({0.5F, 0.5F}, -tiny),
           refused_p({0.5F, 0.5F}, inf),
           refused_p({nan, 0.5F}, 0.5F),
           refused_p({inf, nan}, 0.5F),
           refused_p({nan, inf}, 0.5F),
           refused_p({0.75F, 0.25F, nan}, 0.5F),
           refused_p({0.75F, -tiny, 0.25F}, 0.5F),
           refused_p({0.75F, -inf}, 0.5F),
           refused_p({inf, 0.5F}, 0),
           refused_p({-0.0F}, 0),
           refused_p({nan}, 1)}};
}

}  // namespace

std::vector<Check> checks_12_nucleus(Seed seed) {
  return {
      plain_k(seed), negative_logits(), ends_of_the_range(), equal_logits(), masked_tokens(),
      large_k(),     no_choice_k(),     plain_p(seed),       exact_hit(),    near_hit(),
      p_of_one(),    small_p(),         impossible_tokens(), short_sum(),    equal_probabilities(),
      no_choice_p()};
}

}  // namespace softmax::grader
