// Unusual: one pass over the row keeps the largest logit so far and the sum shifted by it, in
// double, and mends the sum when a larger one comes; a second pass divides.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {
bool plays(float logit, bool masked) { return !masked && !(std::isinf(logit) && logit < 0); }
void refuse_bad(float logit, bool masked) {
  if (!masked && !(logit < std::numeric_limits<float>::infinity())) {
    throw std::invalid_argument("a logit is no number");
  }
}
struct Running {
  double max = -std::numeric_limits<double>::infinity();
  double sum = 0;
};
Running over(std::span<const float> logits, std::span<const bool> masked) {
  if (logits.size() != masked.size()) { throw std::invalid_argument("sizes differ"); }
  Running running;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    refuse_bad(logits[i], masked[i]);
    if (!plays(logits[i], masked[i])) { continue; }
    const double z = logits[i];
    if (z > running.max) {
      running.sum *= std::exp(running.max - z);
      running.max = z;
    }
    running.sum += std::exp(z - running.max);
  }
  return running;
}
}  // namespace

float max_logit(std::span<const float> logits, std::span<const bool> masked) {
  return static_cast<float>(over(logits, masked).max);
}

void softmax(std::span<const float> logits, std::span<const bool> masked,
             std::span<float> probabilities) {
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const Running running = over(logits, masked);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] =
        plays(logits[i], masked[i])
            ? static_cast<float>(std::exp(static_cast<double>(logits[i]) - running.max) /
                                 running.sum)
            : 0.0F;
  }
}

}  // namespace answer
