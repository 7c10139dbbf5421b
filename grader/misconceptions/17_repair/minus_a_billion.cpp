// task: mask
// A masked logit is put far below the others, at -1e9 or -1e4, and that is then divided by T like
// the others. At a large T it is next to nothing, and the masked token gets a share.

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
    throw std::invalid_argument("rows of one size, and not empty");
  }
  if (!(temperature >= 0x1p-126F && temperature <= 0x1p120F)) {
    throw std::invalid_argument("the temperature must be from 2^-126 to 2^120");
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (!masked[i] && !std::isfinite(logits[i])) { throw std::invalid_argument("no finite logit"); }
  }
}

}  // namespace

void softmax(std::span<const float> logits, std::span<const bool> masked, float temperature,
             std::span<float> probabilities) {
  check(logits, masked, temperature, probabilities);

  // 1. The largest logit that is not masked.
  float max_logit = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!masked[i]) { max_logit = std::max(max_logit, logits[i]); }
  }

  // 2. Its distance to each logit, on the scale of the temperature.
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = (masked[i] ? -1e9F : logits[i] - max_logit) / temperature;
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
