// What must hold of exercise 14: one row of attention.
#include <algorithm>
#include <limits>

#include "engine/certified.hpp"
#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

using Floats = std::vector<float>;

constexpr double u = 0x1p-24;
constexpr double mask = -std::numeric_limits<double>::infinity();
constexpr float huge = std::numeric_limits<float>::max();
constexpr std::size_t last_position = std::numeric_limits<std::size_t>::max();

/// A float is a real number, exactly.
Certified certified(float x) { return Certified(static_cast<double>(x)); }

/// A query, the keys, and of each key the score s and the size S of what was added up in it.
struct Scored {
  std::vector<Certified> scores;
  std::vector<Certified> sizes;
};

Scored scored(const Floats& query, const Floats& keys) {
  const std::size_t d = query.size();
  const Certified root = exp(log(Certified(static_cast<double>(d))) / Certified(2.0));
  Scored row;
  for (std::size_t first = 0; first < keys.size(); first += d) {
    Certified sum;
    Certified size;
    for (std::size_t i = 0; i < d; ++i) {
      const Certified product = certified(query[i]) * certified(keys[first + i]);
      sum = sum + product;
      size = size + abs(product);
    }
    row.scores.push_back(sum / root);
    row.sizes.push_back(size / root);
  }
  return row;
}

/// (d + 4) u S: the contract says why.
Case scores_of(const Floats& query, const Floats& keys, std::size_t position) {
  const Scored row = scored(query, keys);
  const Certified share(static_cast<double>(query.size() + 4) * u);
  std::vector<Wanted> wanted;
  wanted.reserve(row.scores.size());
  for (std::size_t j = 0; j < row.scores.size(); ++j) {
    wanted.push_back(j <= position ? Wanted{row.scores[j], share * row.sizes[j], std::nullopt}
                                   : exactly(mask));
  }
  const std::size_t n = wanted.size();
  return {"scores", {query, keys, count(position), output(n)}, {wanted}};
}

Case refused_scores(std::size_t d, std::size_t numbers, std::size_t position, std::size_t n) {
  return {"scores", {Floats(d, 1), Floats(numbers, 1), count(position), output(n)}, {}, true};
}

/// The largest of the first n.
const Certified& largest(const std::vector<Certified>& row, std::size_t n) {
  return *std::max_element(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(n));
}

/// e^(s_j - s_max) of the keys that are seen.
std::vector<Certified> exponentials(const Scored& row, std::size_t seen) {
  std::vector<Certified> result;
  result.reserve(seen);
  for (std::size_t j = 0; j < seen; ++j) {
    result.push_back(exp(row.scores[j] - largest(row.scores, seen)));
  }
  return result;
}

Certified total(const std::vector<Certified>& row) {
  Certified sum;
  for (const Certified& x : row) { sum = sum + x; }
  return sum;
}

double largest_size(const Floats& row) {
  double size = 0;
  for (const float x : row) { size = std::max(size, static_cast<double>(x < 0 ? -x : x)); }
  return size;
}

/// (2 (d + 6) S + 2 (t + 1) + 16) u A + (t + 1) 2^-147 max(|v|, 1): the contract says why.
Case attended(const Floats& query, const Floats& keys, const Floats& values, std::size_t position,
              std::size_t m) {
  const Scored row = scored(query, keys);
  const std::vector<Certified> weights = exponentials(row, position + 1);
  const Certified normalizer = total(weights);
  const auto seen = static_cast<double>(position + 1);
  const Certified share =
      (Certified(2 * static_cast<double>(query.size() + 6)) * largest(row.sizes, position + 1) +
       Certified(2 * seen + 16)) *
      Certified(u);
  const Certified underflow(seen * 0x1p-147 * std::max(1.0, largest_size(values)));
  std::vector<Wanted> wanted;
  wanted.reserve(m);
  for (std::size_t c = 0; c < m; ++c) {
    Certified sum;
    Certified size;
    for (std::size_t j = 0; j < weights.size(); ++j) {
      const Certified part = weights[j] * certified(values[j * m + c]);
      sum = sum + part;
      size = size + abs(part);
    }
    wanted.push_back({sum / normalizer, share * size / normalizer + underflow, std::nullopt});
  }
  return {"attend", {query, keys, values, count(position), output(m)}, {wanted}};
}

Case refused_row(std::size_t d, std::size_t keys, std::size_t values, std::size_t position,
                 std::size_t m) {
  return {"attend",
          {Floats(d, 1), Floats(keys, 1), Floats(values, 1), count(position), output(m)},
          {},
          true};
}

const Floats by_hand_query = {2, 0, 0, 0};
const Floats by_hand_keys = {2, 0, 0, 0, 1, 5, 0, 0, 0, 0, 7, 0, 9, 9, 9, 9};

Check plain_scores() {
  return {"plain_scores",
          "scores",
          "A score is the product of query and key over the root of their length.",
          {scores_of(by_hand_query, by_hand_keys, 3),
           scores_of({1, -2, 0.5F, 3}, {1, 2, 3, 4, 5, 6, -1, -2, -3, 2, 0.25F, 4}, 2),
           scores_of({0.5F, -1, 2, 1}, {3, 1, 0, 1, 1, 0.5F, 2, 0, 1, 1, 1, 4}, 2)}};
}

Check any_length(Seed seed) {
  Chance chance(seed, "length");
  std::vector<Case> cases = {scores_of({3}, {2, -1, 5}, 2)};
  for (const std::size_t d : {2U, 3U, 5U, 8U, 21U, 64U, 129U, 7U}) {
    cases.push_back(scores_of(chance.row(d, -3, 3), chance.row(d * 4, -2, 2), 3));
  }
  for (const std::size_t n : {1U, 2U, 5U, 9U, 33U, 301U, 3U}) {
    cases.push_back(scores_of(chance.row(4, -3, 3), chance.row(4 * n, -2, 2), n - 1));
  }
  return {"any_length", "scores",
          "The root is that of the length of the query, whatever that is, and however many keys.",
          cases};
}

Check large_numbers() {
  return {"large_numbers",
          "scores",
          "A score that fits is finite, though the product without the root would not fit.",
          {scores_of(Floats(64, 3e18F), Floats(64, 3e18F), 0),
           scores_of({2e19F, 0, 0, 0}, {2e19F, 1, 1, 1}, 0),
           scores_of(Floats(16, 5e18F), Floats(16, -5e18F), 0),
           scores_of({2e38F, 2e38F, 1}, {1, 1, 1}, 0)}};
}

Check keys_to_come(Seed seed) {
  Chance chance(seed, "mask");
  std::vector<Case> cases = {scores_of(by_hand_query, by_hand_keys, 2),
                             scores_of(by_hand_query, by_hand_keys, 0),
                             scores_of({2, 1}, {-1e5F, -1e5F, 3, 4, 5, 6}, 0),
                             scores_of({4, 4}, {1, 2, huge, huge, -huge, -huge}, 0),
                             scores_of({4, 4}, {1, 2, 3, -5, huge, -huge}, 1)};
  for (std::size_t i = 0; i < 6; ++i) {
    const std::size_t n = chance.whole(3, 20);
    cases.push_back(
        scores_of(chance.row(9, -3, 3), chance.row(9 * n, -2, 2), chance.whole(1, n - 2)));
  }
  return {"keys_to_come", "scores",
          "Keys after the position have the score -inf, those up to it are seen.", cases};
}

Check no_scores() {
  return {"no_scores",
          "scores",
          "Shapes that do not fit are refused, and a position beyond the keys.",
          {refused_scores(0, 4, 0, 2), refused_scores(2, 5, 0, 2), refused_scores(2, 4, 0, 3),
           refused_scores(2, 0, 0, 0), refused_scores(2, 4, 2, 2), refused_scores(2, 4, 7, 2),
           refused_scores(2, 6, 0, 2), refused_scores(2, 4, last_position, 2)}};
}

Check plain_row(Seed seed) {
  Chance chance(seed, "attend");
  std::vector<Case> cases = {
      attended(by_hand_query, by_hand_keys, {10, 20, 40, 1000}, 3, 1),
      attended({1, -2, 0.5F}, {1, 2, 3, 4, 5, 6, -1, -2, -3}, {1, 2, 5}, 2, 1)};
  for (std::size_t i = 0; i < 8; ++i) {
    const std::size_t d = chance.whole(2, 40);
    const std::size_t n = chance.whole(2, 60);
    cases.push_back(
        attended(chance.row(d, -1, 1), chance.row(d * n, -1, 1), chance.row(n, -5, 5), n - 1, 1));
  }
  cases.push_back(
      attended(chance.row(2, -1, 1), chance.row(1000, -1, 1), chance.row(500, -5, 5), 499, 1));
  cases.push_back(attended({0.5F}, {1, 2}, {3, 4}, 1, 1));
  return {"plain_row", "attend", "The output is the mean of the values, weighted by softmax.",
          cases};
}

Check equal_scores() {
  return {"equal_scores",
          "attend",
          "Where all scores are equal, the output is the plain mean.",
          {attended({1, 1}, {3, 3, 3, 3, 3, 3}, {1, 5, 9}, 2, 1),
           attended({0, 0}, {1, 2, 3, 4, 5, 6}, {1, 2, 6}, 2, 1),
           attended({1}, {-2, -2, -2, -2, -2}, {1, 0, 0, 0, 2}, 4, 1)}};
}

Check scores_of_any_size() {
  return {
      "scores_of_any_size",
      "attend",
      "Scores may be of any size and sign: only their differences count.",
      {attended({1}, {1000, 999, 998}, {1, 2, 3}, 2, 1),
       attended({1}, {-1000, -1001, -999}, {1, 2, 3}, 2, 1),
       attended({1}, {95, 100, 94.5F}, {1, 2, 3}, 2, 1),
       attended({100}, {-2, -1.99F, -1.995F}, {1, 2, 4}, 2, 1),
       attended({1}, {-1e5F, -1e5F}, {1, 3}, 1, 1), attended({1}, {-2e38F, -2e38F}, {1, 3}, 1, 1),
       attended({1}, {huge, -huge}, {1, 3}, 1, 1), attended({1}, {0, -100}, {0, 1}, 1, 1)}};
}

Check hidden_keys(Seed seed) {
  Chance chance(seed, "hidden");
  std::vector<Case> cases = {attended(by_hand_query, by_hand_keys, {10, 20, 40, 1000}, 2, 1),
                             attended({1}, {1, 2, 1000, 3}, {1, 2, 3, 5}, 1, 1),
                             attended({1}, {1, 0.5F, -0.25F, 97.5F}, {1, 2, 3, 5}, 2, 1),
                             attended({1}, {-50, 60}, {3, 4}, 0, 1),
                             attended({1}, {-huge, 5}, {1, 0x1p90F}, 0, 1),
                             attended({4, 4}, {1, 2, huge, huge, huge, -huge}, {3, 4, 5}, 0, 1)};
  for (std::size_t i = 0; i < 4; ++i) {
    const std::size_t n = chance.whole(4, 30);
    cases.push_back(attended({1}, chance.row(n, -2, 2), chance.row(n, -5, 5), n / 2, 1));
  }
  return {"hidden_keys", "attend", "Keys after the position have no part in anything.", cases};
}

Check several_columns(Seed seed) {
  Chance chance(seed, "columns");
  return {"several_columns",
          "attend",
          "Each column of the values is weighted alike.",
          {attended({1}, {1, 0.5F, -1}, {1, 2, 3, 4, 5, 6}, 2, 2),
           attended({0.5F}, chance.row(10, -2, 2), chance.row(70, -3, 3), 9, 7),
           attended({1}, chance.row(5, -2, 2), chance.row(15, -3, 3), 4, 3),
           attended({1}, {0, 1, -1}, {0x1p100F, 1e-40F, 0x1p100F, 0, -0x1p100F, 1e-38F}, 2, 2),
           attended({1}, {0, 1, 90}, chance.row(12, -3, 3), 1, 4)}};
}

Check no_row() {
  return {"no_row",
          "attend",
          "Shapes that do not fit are refused, and a position beyond the keys.",
          {refused_row(0, 4, 2, 0, 1), refused_row(2, 5, 2, 0, 1), refused_row(2, 4, 3, 0, 1),
           refused_row(2, 4, 2, 0, 0), refused_row(2, 0, 0, 0, 1), refused_row(2, 4, 2, 2, 1),
           refused_row(2, 4, 4, 0, 1), refused_row(2, 4, 2, 0, 2),
           refused_row(2, 4, 2, last_position, 1), refused_row(2, 1, 0, 0, 1)}};
}

}  // namespace

std::vector<Check> checks_14_attention(Seed seed) {
  return {plain_scores(),    any_length(seed),      large_numbers(), keys_to_come(seed),
          no_scores(),       plain_row(seed),       equal_scores(),  scores_of_any_size(),
          hidden_keys(seed), several_columns(seed), no_row()};
}

}  // namespace softmax::grader
