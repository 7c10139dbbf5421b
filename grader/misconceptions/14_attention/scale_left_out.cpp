// task: scores
// It gives out the bare products. The longer query and key are, the larger they get, and the
// sharper the softmax becomes: the root of d is there to undo that.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();

void check(bool right) {
  if (!right) { throw std::invalid_argument("bad shapes"); }
}

void check_scores(std::span<const float> query, std::span<const float> keys, std::size_t position,
                  std::size_t n) {
  check(!query.empty() && n > 0 && keys.size() == n * query.size() && position < n);
}

std::size_t check_rows(std::span<const float> query, std::span<const float> keys,
                       std::span<const float> values, std::size_t position, std::size_t m) {
  check(!query.empty() && m > 0 && keys.size() % query.size() == 0);
  const std::size_t n = keys.size() / query.size();
  check(position < n && values.size() == n * m);
  return n;
}

float score(std::span<const float> query, std::span<const float> keys, std::size_t j) {
  const std::size_t d = query.size();
  const float scale = 1.0F / std::sqrt(static_cast<float>(d));
  float sum = 0.0F;
  for (std::size_t i = 0; i < d; ++i) { sum += query[i] * scale * keys[j * d + i]; }
  return sum;
}

std::vector<float> seen_scores(std::span<const float> query, std::span<const float> keys,
                               std::size_t seen) {
  std::vector<float> row(seen);
  for (std::size_t j = 0; j < seen; ++j) { row[j] = score(query, keys, j); }
  return row;
}

}  // namespace

void scores(std::span<const float> query, std::span<const float> keys, std::size_t position,
            std::span<float> row) {
  check_scores(query, keys, position, row.size());
  for (std::size_t j = 0; j < row.size(); ++j) {
    row[j] =
        j <= position ? score(query, keys, j) * std::sqrt(static_cast<float>(query.size())) : mask;
  }
}

void attend(std::span<const float> query, std::span<const float> keys,
            std::span<const float> values, std::size_t position, std::span<float> output) {
  check_rows(query, keys, values, position, output.size());
  const std::size_t m = output.size();
  const std::vector<float> row = seen_scores(query, keys, position + 1);
  const float largest = *std::max_element(row.begin(), row.end());
  std::fill(output.begin(), output.end(), 0.0F);
  float normalizer = 0.0F;
  for (std::size_t j = 0; j <= position; ++j) {
    const float weight = std::exp(row[j] - largest);
    normalizer += weight;
    for (std::size_t c = 0; c < m; ++c) { output[c] += weight * values[j * m + c]; }
  }
  for (float& o : output) { o /= normalizer; }
}

}  // namespace answer
