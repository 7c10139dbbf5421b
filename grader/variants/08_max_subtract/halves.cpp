// Unusual: the maximum and the sum by recursion over halves, e^x as 2^(x log2 e) in double.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {
bool plays(float logit, bool masked) {
  return !masked && logit != -std::numeric_limits<float>::infinity();
}

float largest(std::span<const float> logits, std::span<const bool> masked) {
  if (logits.empty()) { return -std::numeric_limits<float>::infinity(); }
  if (logits.size() > 1) {
    const std::size_t half = logits.size() / 2;
    return std::max(largest(logits.first(half), masked.first(half)),
                    largest(logits.subspan(half), masked.subspan(half)));
  }
  if (masked[0]) { return -std::numeric_limits<float>::infinity(); }
  if (std::isnan(logits[0]) || logits[0] > std::numeric_limits<float>::max()) {
    throw std::invalid_argument("a logit is no number");
  }
  return logits[0];
}

float sum_of(std::span<const float> row) {
  if (row.size() <= 1) { return row.empty() ? 0.0F : row[0]; }
  return sum_of(row.first(row.size() / 2)) + sum_of(row.subspan(row.size() / 2));
}
}  // namespace

float max_logit(std::span<const float> logits, std::span<const bool> masked) {
  if (logits.size() != masked.size()) { throw std::invalid_argument("sizes differ"); }
  return largest(logits, masked);
}

void softmax(std::span<const float> logits, std::span<const bool> masked,
             std::span<float> probabilities) {
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const double max = max_logit(logits, masked);
  const double log2_e = 1.4426950408889634;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] =
        plays(logits[i], masked[i])
            ? static_cast<float>(std::exp2((static_cast<double>(logits[i]) - max) * log2_e))
            : 0.0F;
  }
  const float sum = sum_of(probabilities);
  for (float& p : probabilities) { p = p > 0 ? p / sum : 0.0F; }
}

}  // namespace answer
