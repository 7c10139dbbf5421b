// task: mask
// The check of the logits and the sizes was taken out, to let masked NaN pass. What is not masked
// must still be finite: a NaN there makes NaN of every share.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {

void check(std::span<const float> logits, std::span<const bool> masked, float temperature,
           std::span<float> probabilities) {
  static_cast<void>(logits);
  static_cast<void>(masked);
  static_cast<void>(probabilities);
  if (!(temperature >= 0x1p-126F && temperature <= 0x1p120F)) {
    throw std::invalid_argument("the temperature must be from 2^-126 to 2^120");
  }
}

}  // namespace

void softmax(std::span<const float> logits, std::span<const bool> masked, float temperature,
             std::span<float> probabilities) {
  check(logits, masked, temperature, probabilities);
  if (std::min(masked.size(), probabilities.size()) < logits.size()) { return; }

  // 1. The largest logit that is not masked.
  float max_logit = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!masked[i]) { max_logit = std::max(max_logit, logits[i]); }
  }

  // 2. Its distance to each logit, on the scale of the temperature.
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] =
        masked[i] ? -std::numeric_limits<float>::infinity() : (logits[i] - max_logit) / temperature;
  }

  // 3. Exponentials, those of masked tokens 0, and their sum.
  float normalizer = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(probabilities[i]);
    normalizer += probabilities[i];
  }

  // 4. Shares, unless there is nothing to share: then all are 0 already.
  if (normalizer == 0.0F) { return; }
  for (float& p : probabilities) { p /= normalizer; }
}

}  // namespace answer
