// Unusual: exponentials and their sum in double, one after the other, computed twice rather than
// stored.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  double largest = -std::numeric_limits<double>::infinity();
  for (const float z : logits) {
    if (!(z <= std::numeric_limits<float>::max())) { throw std::invalid_argument("NaN or +inf"); }
    largest = std::max(largest, static_cast<double>(z));
  }
  if (logits.empty()) { throw std::invalid_argument("no logits"); }
  const auto exponential = [largest](float z) {
    return std::isinf(z) ? 0.0 : std::exp(static_cast<double>(z) - largest);
  };
  double sum = 0.0;
  for (const float z : logits) { sum += exponential(z); }
  std::transform(logits.begin(), logits.end(), probabilities.begin(),
                 [&](float z) { return static_cast<float>(exponential(z) / std::max(sum, 1.0)); });
}

}  // namespace answer
