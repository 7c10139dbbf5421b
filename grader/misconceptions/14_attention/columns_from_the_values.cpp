// task: attend
// The number of columns is the values divided among the keys, and nobody compares it with the
// output. Sizes that do not fit are not refused, and numbers are left out or unwritten.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace answer {

void scores(std::span<const float> query, std::span<const float> keys, std::size_t position,
            std::span<float> row) {
  const std::size_t d = query.size();
  const std::size_t n = row.size();
  if (d == 0 || n == 0 || keys.size() != n * d || position >= n) {
    throw std::invalid_argument("shapes");
  }
  for (std::size_t j = 0; j < n; ++j) {
    if (j > position) {
      row[j] = -std::numeric_limits<float>::infinity();
      continue;
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < d; ++i) {
      sum += static_cast<double>(query[i]) * static_cast<double>(keys[j * d + i]);
    }
    row[j] = static_cast<float>(sum / std::sqrt(static_cast<double>(d)));
  }
}

void attend(std::span<const float> query, std::span<const float> keys,
            std::span<const float> values, std::size_t position, std::span<float> output) {
  if (query.empty() || keys.empty() || output.empty() || keys.size() % query.size() != 0) {
    throw std::invalid_argument("empty, or no whole rows");
  }
  const std::size_t n = keys.size() / query.size();
  if (values.empty() || values.size() % n != 0 || position >= n) {
    throw std::invalid_argument("shapes");
  }
  const std::size_t m = values.size() / n;
  std::vector<float> row(n);
  scores(query, keys, position, row);
  const float largest = std::ranges::max(row);
  double sum = 0.0;
  std::vector<double> total(m, 0.0);
  for (std::size_t j = 0; j <= position; ++j) {
    const double weight = std::exp(row[j] - largest);
    sum += weight;
    for (std::size_t c = 0; c < m; ++c) { total[c] += weight * values[j * m + c]; }
  }
  for (std::size_t c = 0; c < std::min(m, output.size()); ++c) {
    output[c] = static_cast<float>(total[c] / sum);
  }
}

}  // namespace answer
