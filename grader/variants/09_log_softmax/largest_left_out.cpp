// Unusual: the largest logit is left out of the sum, and log1p adds its 1: the logarithm of a
// share near 1 keeps its digits, too.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {
constexpr float infinity = std::numeric_limits<float>::infinity();

struct Row {
  float max = -infinity;
  float log_sum = 0;
};

Row looked_at(std::span<const float> logits) {
  std::size_t top = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (std::isnan(logits[i])) { throw std::invalid_argument("NaN"); }
    if (logits[i] > logits[top]) { top = i; }
  }
  Row row;
  if (logits.empty() || std::isinf(logits[top])) {
    row.max = logits.empty() ? -infinity : logits[top];
    return row;
  }
  row.max = logits[top];
  float others = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (i != top) { others += std::exp(logits[i] - row.max); }
  }
  row.log_sum = std::log1p(others);
  return row;
}
}  // namespace

float log_sum_exp(std::span<const float> logits) {
  const Row row = looked_at(logits);
  return row.max + row.log_sum;
}

void log_softmax(std::span<const float> logits, std::span<float> log_probabilities) {
  if (logits.size() != log_probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const Row row = looked_at(logits);
  if (!std::isfinite(row.max)) { throw std::invalid_argument("no finite maximum"); }
  std::transform(logits.begin(), logits.end(), log_probabilities.begin(),
                 [row](float z) { return (z - row.max) - row.log_sum; });
}

}  // namespace answer
