// Unusual: maximum and normalizer in one pass, which skips what is masked; a second pass computes
// the shares.

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
  float largest = std::numeric_limits<float>::lowest();
  float sum = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (masked[i]) { continue; }
    const float next = std::max(largest, logits[i]);
    sum =
        sum * std::exp((largest - next) / temperature) + std::exp((logits[i] - next) / temperature);
    largest = next;
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = masked[i] ? 0.0F : std::exp((logits[i] - largest) / temperature) / sum;
  }
}

}  // namespace answer
