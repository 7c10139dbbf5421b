// Exercise 14: one row of attention.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();

void check(bool right, const char* words) {
  if (!right) { throw std::invalid_argument(words); }
}

float dot(std::span<const float> a, std::span<const float> b) {
  float sum = 0.0F;
  for (std::size_t i = 0; i < a.size(); ++i) { sum += a[i] * b[i]; }
  return sum;
}

}  // namespace

void scores(std::span<const float> query, std::span<const float> keys, std::size_t position,
            std::span<float> row) {
  const std::size_t d = query.size();
  check(d > 0 && !row.empty(), "a query or a row of scores without numbers");
  check(keys.size() == row.size() * d, "each key has as many numbers as the query");
  check(position < row.size(), "the query's position is beyond the keys");

  // The root of d, which is the length of query and key, makes the score independent of how long
  // they are. The query is scaled, and only then multiplied: a sum of d products may be beyond the
  // largest float although the score, sqrt(d) times smaller, is not. It is also the cheapest place,
  // d multiplications for all keys together.
  const float scale = 1.0F / std::sqrt(static_cast<float>(d));
  std::vector<float> scaled(query.begin(), query.end());
  for (float& q : scaled) { q *= scale; }

  // A key that comes after the query has the score -inf, below anything that a score can be: a
  // finite mask could win against a valid score that is lower still.
  std::fill(row.begin(), row.end(), mask);
  for (std::size_t j = 0; j <= position; ++j) { row[j] = dot(scaled, keys.subspan(j * d, d)); }
}

void attend(std::span<const float> query, std::span<const float> keys,
            std::span<const float> values, std::size_t position, std::span<float> output) {
  const std::size_t d = query.size();
  const std::size_t m = output.size();
  check(d > 0 && m > 0 && keys.size() % d == 0, "keys are whole rows, as long as the query");
  const std::size_t n = keys.size() / d;
  check(values.size() == n * m, "each key has a row of values");

  std::vector<float> row(n);
  scores(query, keys, position, row);

  // The maximum is that of the seen keys: they come first in the row, and -inf is below them all.
  const float max_score = *std::max_element(row.begin(), row.end());
  std::fill(output.begin(), output.end(), 0.0F);
  float normalizer = 0.0F;
  for (std::size_t j = 0; j <= position; ++j) {
    const float exponential = std::exp(row[j] - max_score);
    normalizer += exponential;
    for (std::size_t c = 0; c < m; ++c) { output[c] += exponential * values[j * m + c]; }
  }
  // Dividing the m sums at the end saves the t + 1 divisions that would make weights of the
  // exponentials. The normalizer is 1 at least, for the maximum itself is in it.
  for (float& o : output) { o /= normalizer; }
}

}  // namespace answer
