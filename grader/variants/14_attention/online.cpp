// Unusual: one pass over the keys with a running maximum, as flash attention does it: output and
// normalizer are rescaled whenever a larger score comes. The keys are scaled, not the query.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

float scaled_dot(std::span<const float> query, std::span<const float> key) {
  const float root = std::sqrt(static_cast<float>(query.size()));
  float sum = 0.0F;
  for (std::size_t i = query.size(); i-- > 0;) { sum += query[i] * (key[i] / root); }
  return sum;
}

}  // namespace

void scores(std::span<const float> query, std::span<const float> keys, std::size_t position,
            std::span<float> row) {
  const std::size_t d = query.size();
  if (d == 0 || position >= row.size() || keys.size() != d * row.size()) {
    throw std::invalid_argument("bad shapes");
  }
  for (std::size_t j = 0; j < row.size(); ++j) {
    row[j] = scaled_dot(query, keys.subspan(j * d, d));
    if (j > position) { row[j] = -std::numeric_limits<float>::infinity(); }
  }
}

void attend(std::span<const float> query, std::span<const float> keys,
            std::span<const float> values, std::size_t position, std::span<float> output) {
  const std::size_t d = query.size();
  const std::size_t m = output.size();
  const bool whole = d > 0 && m > 0 && keys.size() % d == 0 && values.size() == keys.size() / d * m;
  if (!whole || position >= keys.size() / d) { throw std::invalid_argument("bad shapes"); }
  float largest = scaled_dot(query, keys.first(d));
  float normalizer = 0.0F;
  std::fill(output.begin(), output.end(), 0.0F);
  for (std::size_t j = 0; j <= position; ++j) {
    const float s = scaled_dot(query, keys.subspan(j * d, d));
    const float shrink = s > largest ? std::exp(largest - s) : 1.0F;
    largest = std::max(largest, s);
    const float exponential = std::exp(s - largest);
    normalizer = normalizer * shrink + exponential;
    for (std::size_t c = 0; c < m; ++c) {
      output[c] = output[c] * shrink + exponential * values[j * m + c];
    }
  }
  for (float& o : output) { o /= normalizer; }
}

}  // namespace answer
