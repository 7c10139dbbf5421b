// Unusual: three passes in the plainest way, the sum in double. It is what quicker answers are
// measured against.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("no logits"); }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  float max = -std::numeric_limits<float>::infinity();
  for (const float z : logits) {
    if (std::isnan(z) || z == std::numeric_limits<float>::infinity()) {
      throw std::invalid_argument("a logit is NaN or +inf");
    }
    max = std::max(max, z);
  }
  if (std::isinf(max)) {
    std::fill(probabilities.begin(), probabilities.end(), 0.0F);
    return;
  }
  double sum = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - max);
    sum += static_cast<double>(probabilities[i]);
  }
  for (float& p : probabilities) { p = static_cast<float>(static_cast<double>(p) / sum); }
}

}  // namespace answer
