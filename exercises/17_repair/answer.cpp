// Exercise 17: three bugs of the museum are in this file, in the steps 1 to 3. What
// softmax must do is said in answer.hpp, which inputs show the bugs, in README.md.
// To check it: ./workbook check 17

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

// Nothing is wrong here.
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

// TODO: find the three bugs. Each of the steps is right for some inputs.
void softmax(std::span<const float> logits, std::span<const bool> masked, float temperature,
             std::span<float> probabilities) {
  check(logits, masked, temperature, probabilities);

  // 1. The largest logit that is not masked.
  float max_logit = std::numeric_limits<float>::min();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!masked[i]) { max_logit = std::max(max_logit, logits[i]); }
  }

  // 2. Its distance to each logit, on the scale of the temperature.
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = (logits[i] - max_logit) / temperature;
  }

  // 3. Exponentials at this temperature, those of masked tokens 0, and their sum.
  float normalizer = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const float exponential = std::exp(probabilities[i] / temperature);
    probabilities[i] = exponential * (masked[i] ? 0.0F : 1.0F);
    normalizer += probabilities[i];
  }

  // 4. Shares, unless there is nothing to share: then all are 0 already.
  if (normalizer == 0.0F) { return; }
  for (float& p : probabilities) { p /= normalizer; }
}

}  // namespace answer
