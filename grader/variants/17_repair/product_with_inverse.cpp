// Unusual: differences times 1/T; masked logits are replaced by -inf at once, and the rest is a
// plain softmax.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

void check(std::span<const float> logits, std::span<const bool> masked, float temperature,
           std::span<float> probabilities) {
  const std::size_t n = logits.size();
  if (n == 0 || masked.size() != n || probabilities.size() != n) {
    throw std::invalid_argument("sizes");
  }
  if (!(temperature >= 0x1p-126F && temperature <= 0x1p120F)) {
    throw std::invalid_argument("temperature");
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (!masked[i] && !std::isfinite(logits[i])) { throw std::invalid_argument("logit"); }
  }
}

}  // namespace

void softmax(std::span<const float> logits, std::span<const bool> masked, float temperature,
             std::span<float> probabilities) {
  check(logits, masked, temperature, probabilities);
  constexpr float mask = -std::numeric_limits<float>::infinity();
  std::transform(logits.begin(), logits.end(), masked.begin(), probabilities.begin(),
                 [](float z, bool hidden) { return hidden ? mask : z; });
  const float largest = *std::max_element(probabilities.begin(), probabilities.end());
  if (largest == mask) { return std::fill(probabilities.begin(), probabilities.end(), 0.0F); }
  const float inverse = 1.0F / temperature;
  float sum = 0.0F;
  for (float& p : probabilities) { sum += p = std::exp((p - largest) * inverse); }
  for (float& p : probabilities) { p = p / sum; }
}

}  // namespace answer
