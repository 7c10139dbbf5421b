// Unusual: everything in double, and rounded once at the end.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

void check(bool right) {
  if (!right) { throw std::invalid_argument("bad shapes"); }
}

double score(std::span<const float> query, std::span<const float> key) {
  const double product =
      std::inner_product(query.begin(), query.end(), key.begin(), 0.0, std::plus<>{},
                         [](double q, double k) { return q * k; });
  return product / std::sqrt(static_cast<double>(query.size()));
}

}  // namespace

void scores(std::span<const float> query, std::span<const float> keys, std::size_t position,
            std::span<float> row) {
  const std::size_t d = query.size();
  check(d != 0 && position < row.size() && keys.size() == d * row.size());
  for (std::size_t j = 0; j < row.size(); ++j) {
    const double s = score(query, keys.subspan(j * d, d));
    row[j] = j > position ? -std::numeric_limits<float>::infinity() : static_cast<float>(s);
  }
}

void attend(std::span<const float> query, std::span<const float> keys,
            std::span<const float> values, std::size_t position, std::span<float> output) {
  const std::size_t d = query.size();
  const std::size_t m = output.size();
  check(d != 0 && m != 0 && keys.size() % d == 0);
  check(position < keys.size() / d && values.size() == keys.size() / d * m);
  std::vector<double> weights;
  for (std::size_t j = 0; j <= position; ++j) {
    weights.push_back(score(query, keys.subspan(j * d, d)));
  }
  const double largest = *std::max_element(weights.begin(), weights.end());
  for (double& w : weights) { w = std::exp(w - largest); }
  const double normalizer = std::accumulate(weights.begin(), weights.end(), 0.0);
  for (std::size_t c = 0; c < m; ++c) {
    double sum = 0.0;
    for (std::size_t j = 0; j <= position; ++j) {
      sum += weights[j] / normalizer * static_cast<double>(values[j * m + c]);
    }
    output[c] = static_cast<float>(sum);
  }
}

}  // namespace answer
