// Unusual: everything in double. The largest logit is found on the way, by a first pass over those
// that count.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace answer {
void softmax(std::span<const float> logits, std::span<const bool> masked, float temperature,
             std::span<float> probabilities) {
  if (logits.empty() || logits.size() != masked.size() || logits.size() != probabilities.size() ||
      std::isnan(temperature) || std::isinf(temperature) ||
      temperature < std::numeric_limits<float>::min() || temperature > 0x1p120F) {
    throw std::invalid_argument("bad input");
  }
  std::vector<double> counting;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (masked[i]) { continue; }
    if (std::isnan(logits[i]) || std::isinf(logits[i])) { throw std::invalid_argument("no logit"); }
    counting.push_back(static_cast<double>(logits[i]) / static_cast<double>(temperature));
  }
  double sum = 0.0;
  const double largest = counting.empty() ? 0.0 : *std::ranges::max_element(counting);
  for (double& x : counting) { sum += x = std::exp(x - largest); }
  auto next = counting.begin();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = masked[i] ? 0.0F : static_cast<float>(*next++ / sum);
  }
}

}  // namespace answer
