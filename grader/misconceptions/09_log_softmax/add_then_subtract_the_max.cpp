// task: log_softmax
// The maximum is added to the logarithm of the sum, and both are subtracted together. Beside a
// large maximum that logarithm is rounded away: floats near 10000 are a thousandth apart.
// thread: ml-explore/mlx#4169

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

float log_sum_exp(std::span<const float> logits) {
  float max = -std::numeric_limits<float>::infinity();
  for (const float z : logits) {
    if (std::isnan(z)) { throw std::invalid_argument("a logit is NaN"); }
    max = std::max(max, z);
  }
  if (std::isinf(max)) { return max; }
  float sum = 0;
  for (const float z : logits) { sum += std::exp(z - max); }
  return max + std::log(sum);
}

void log_softmax(std::span<const float> logits, std::span<float> log_probabilities) {
  if (logits.size() != log_probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  float max = -std::numeric_limits<float>::infinity();
  for (const float z : logits) {
    if (std::isnan(z)) { throw std::invalid_argument("a logit is NaN"); }
    max = std::max(max, z);
  }
  if (std::isinf(max)) { throw std::invalid_argument("a logit is +inf, or none is finite"); }
  float sum = 0;
  for (const float z : logits) { sum += std::exp(z - max); }
  const float log_sum_exp = max + std::log(sum);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    log_probabilities[i] = logits[i] - log_sum_exp;
  }
}

}  // namespace answer
