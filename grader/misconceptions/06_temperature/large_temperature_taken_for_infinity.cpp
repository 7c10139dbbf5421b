// task: range
// Every T from 1e8 on is taken for infinite, and all share alike. Logits that are far apart still
// differ at it: 1e5 and -1e5 have shares of 0.5005 and 0.4995.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, float temperature, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("sizes");
  }
  if (!(temperature >= 0.0F)) { throw std::invalid_argument("temperature"); }
  const float largest = std::ranges::max(logits);
  if (temperature == 0.0F || temperature >= 1e8F) {
    const bool cold = temperature < 1.0F;
    float count = 0.0F;
    for (const float z : logits) {
      if (cold ? z == largest : std::isfinite(z)) { count += 1.0F; }
    }
    for (std::size_t i = 0; i < logits.size(); ++i) {
      const bool in = cold ? logits[i] == largest : std::isfinite(logits[i]);
      probabilities[i] = in ? 1.0F / count : 0.0F;
    }
    return;
  }
  float sum = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp((logits[i] - largest) / temperature);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
