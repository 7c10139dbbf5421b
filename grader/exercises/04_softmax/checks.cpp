// What must hold of exercise 4: softmax from its stages.
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "grader/check.hpp"
#include "grader/inputs.hpp"
#include "grader/reference.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr float masked = -std::numeric_limits<float>::infinity();

double largest_size(std::span<const float> logits) {
  double result = 0;
  for (const float z : logits) {
    if (std::isfinite(z)) { result = std::max(result, std::abs(double{z})); }
  }
  return result;
}

/// (n + 8 + 4 max |z|) u, and 3 steps where the probability is subnormal: the contract says why.
std::vector<Wanted> shares(std::span<const float> logits) {
  const double n = static_cast<double>(logits.size());
  const double relative = (n + 8 + 4 * largest_size(logits)) * 0x1p-24;
  const std::vector<Certified> reference = reference_softmax(logits);
  std::vector<Wanted> result;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    Wanted wanted = std::isinf(logits[i]) ? exactly(0) : near(reference[i], relative);
    if (!wanted.exact && reference[i] < Certified(0x1p-126)) {
      wanted.tolerance = wanted.tolerance + Certified(3 * 0x1p-149);
    }
    result.push_back(wanted);
  }
  return result;
}

Case row(const Floats& logits) {
  return of_softmax({"softmax", {logits, output(logits.size())}, {shares(logits)}}, {logits});
}

Case no_row(const Floats& logits, std::size_t results) {
  return {"softmax", {logits, output(results)}, {}, true};
}

Check plain_row(Seed seed) {
  Chance chance(seed, "plain_row");
  std::vector<Case> cases = {row({2, 1, 0.1F}),
                             row({1, 2, 3, 4}),
                             row({3.5F, -1, 2, 0.5F}),
                             row({1, -1, 0.5F, 0}),
                             row({4, 0, 1, 2}),
                             row({0, 0, 0, 0}),
                             row(Floats(8, 5)),
                             row({-2.5F, -2.5F, -2.5F, -2.5F}),
                             row({1, 1, 1, 1, -3, -3, -3, -3})};
  for (std::size_t i = 0; i < 12; ++i) {
    cases.push_back(row(chance.row(4 * chance.whole(1, 10), -5, 5)));
  }
  return {"plain_row", "softmax",
          "Each share is its exponential over the sum of all of them; equal logits share alike.",
          cases};
}

Check any_length(Seed seed) {
  Chance chance(seed, "any_length");
  Floats one_above(4096);
  one_above[0] = 10;
  std::vector<Case> cases = {row({-7.5F}),
                             row({1, 0}),
                             row({-5, -5, -5}),
                             row({3, 1, 2, 0, 1.5F, 2.5F, 0.25F}),
                             row(Floats(4096, -2.5F)),
                             row(one_above),
                             row(Chance(seed, "long").row(3001, -8, 4))};
  for (std::size_t i = 0; i < 12; ++i) {
    cases.push_back(row(chance.row(4 * chance.whole(0, 10) + chance.whole(1, 3), -5, 5)));
  }
  return {"any_length", "softmax",
          "It holds for every length: one token, no multiple of four, thousands.", cases};
}

Check far_rows(Seed seed) {
  return {
      "far_rows",
      "softmax",
      "Rows far from zero have shares like any other, and the smallest share keeps its digits.",
      {row({-30, -31, -29.5F, -32}), row({-80, -79, -78.5F, -80}), row({-60, -70, -65.25F}),
       row({80, 79, 79.5F, 80}), row(Chance(seed, "far").row(17, -80, -75)), row({10, 0, -6, 2}),
       row({0, 30, -20, -10}), row({60, -27.5F, 20, 0}), row({50, -45, 2, -52}),
       row(Chance(seed, "tails").row(20, -40, 40)), row({80, -80}), row({-80, 80}),
       row({80, -80, -80, -80}), row({-80, 80, 80, 80}), row({masked, -80, 80, -80, -80, -80}),
       row({80}), row({-80}), row(Floats(4096, 80)), row(Floats(4096, -80))}};
}

Check masked_row() {
  Floats last_two_left(1031, masked);
  last_two_left[1029] = 1;
  last_two_left[1030] = -1;
  Floats first_two_left(1031, masked);
  first_two_left[0] = -70;
  first_two_left[1] = -71;
  return {"masked_row",
          "softmax",
          "A masked token has a share of exactly 0, and takes nothing from the others.",
          {row({masked, -1, -2, -1.5F}), row({3, masked, masked, 1}), row({-4, -5, -4.5F, masked}),
           row({masked, masked, -6, masked}), row(last_two_left), row(first_two_left)}};
}

Check no_row_refused() {
  return {"no_row_refused",
          "softmax",
          "An empty row, and rows of unlike sizes, are refused.",
          {no_row({}, 0), no_row({1, 2, 3}, 2), no_row({1, 2}, 3), no_row({}, 2), no_row({1}, 0)}};
}

Case matrix(const Floats& logits, std::size_t columns) {
  std::vector<Wanted> wanted;
  for (std::size_t first = 0; first < logits.size(); first += columns) {
    for (const Wanted& one : shares(std::span(logits).subspan(first, columns))) {
      wanted.push_back(one);
    }
  }
  return {"softmax_rows", {logits, count(columns), output(logits.size())}, {wanted}};
}

Case no_matrix(const Floats& logits, std::size_t columns, std::size_t results) {
  return {"softmax_rows", {logits, count(columns), output(results)}, {}, true};
}

Check plain_rows(Seed seed) {
  Chance chance(seed, "plain_rows");
  std::vector<Case> cases = {matrix({2, 1, 0.1F, 3, 3, 3}, 3), matrix({1, 2, 3, 4, 5, 7, 6, 8}, 2),
                             matrix({1, 2, 3, 4, 5, 7, 6, 8}, 4), matrix({1, 2, 3, 5}, 2),
                             matrix({0, 1, 2, 1, 3, 1, -1, 0, 4}, 3)};
  for (std::size_t i = 0; i < 12; ++i) {
    const std::size_t columns = chance.whole(2, 7);
    const std::size_t rows = chance.whole(2, 3) + (columns < 5 ? columns : 0);
    cases.push_back(matrix(chance.row(rows * columns, -5, 5), columns));
  }
  cases.push_back(matrix(Chance(seed, "wide").row(3 * 131, -5, 5), 131));
  cases.push_back(matrix(Chance(seed, "high").row(131 * 3, -5, 5), 3));
  return {"plain_rows", "softmax_rows",
          "Each row is a softmax of its own, of as many rows as there are columns too.", cases};
}

Check thin_matrix() {
  return {"thin_matrix",
          "softmax_rows",
          "A matrix may have one row alone, or one column, whose shares are all 1.",
          {matrix({1, 2, 3}, 3), matrix({1, 2, 3}, 1), matrix({-4}, 1), matrix({2, 1, 0.1F}, 3),
           matrix({0.5F, -1, 2, 0, 1}, 5)}};
}

Check unlike_rows() {
  return {"unlike_rows",
          "softmax_rows",
          "Rows that lie far apart do not disturb one another, nor does a mask in one of them.",
          {matrix({0, 0.5F, 80, 79, -80, -79}, 2), matrix({-60, -61, -60.5F, 70, 71, 70.25F}, 3),
           matrix({masked, 1, 2, 3, 1, masked}, 3), matrix({masked, -2, -1, masked}, 2),
           matrix({80, -80, -80, -80, -80, 80, 80, 80}, 4), matrix({-80, 80, 80, -80}, 2),
           matrix({80, 80, -80, -80}, 1)}};
}

Check no_matrix_refused() {
  return {"no_matrix_refused",
          "softmax_rows",
          "No columns, no logits, an incomplete row, and results of another size are refused.",
          {no_matrix({1, 2, 3, 4, 5}, 2, 5), no_matrix({1, 2}, 3, 2), no_matrix({1, 2, 3, 4}, 0, 4),
           no_matrix({1, 2, 3, 4}, 2, 2), no_matrix({1, 2, 3, 4}, 2, 6), no_matrix({}, 3, 0),
           no_matrix({}, 0, 0), no_matrix({1, 2}, ~std::size_t{0}, 2)}};
}

}  // namespace

std::vector<Check> checks_04_softmax(Seed seed) {
  return {plain_row(seed),  any_length(seed), far_rows(seed), masked_row(),       no_row_refused(),
          plain_rows(seed), thin_matrix(),    unlike_rows(),  no_matrix_refused()};
}

}  // namespace softmax::grader
