// Unusual: the logits are divided by T first. In double that costs nothing that a float would show,
// and a quotient of two floats cannot overflow.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

namespace answer {

void softmax(std::span<const float> logits, float temperature, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("empty, or sizes differ");
  }
  if (temperature < 0.0F || std::isnan(temperature)) { throw std::invalid_argument("bad T"); }
  const float largest = *std::max_element(logits.begin(), logits.end());
  std::vector<double> scaled;
  for (const float z : logits) {
    if (temperature == 0.0F || std::isinf(temperature)) {
      const bool counts = temperature == 0.0F ? z == largest : !std::isinf(z);
      scaled.push_back(counts ? 0.0 : -1e9);
    } else {
      scaled.push_back(static_cast<double>(z) / static_cast<double>(temperature));
    }
  }
  const double top = *std::max_element(scaled.begin(), scaled.end());
  double sum = 0.0;
  for (double& x : scaled) {
    x = std::exp(x - top);
    sum += x;
  }
  for (std::size_t i = 0; i < scaled.size(); ++i) {
    probabilities[i] = static_cast<float>(scaled[i] / sum);
  }
}

}  // namespace answer
