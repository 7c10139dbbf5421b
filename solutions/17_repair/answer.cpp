// Exercise 17: three bugs of the museum, repaired.

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

  // 1. Exhibit 17: the search started from min(), the smallest positive number, and logits that are
  // all negative never were above it. -inf is below every logit that counts. (lowest() is below all
  // but itself, and would do too.)
  float max_logit = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (!masked[i]) { max_logit = std::max(max_logit, logits[i]); }
  }

  float normalizer = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    // 2. Exhibit 10: T divided here and once more in the exponential. It divides the difference:
    // that is 0 for the maximum whatever T is, and where the quotient is -inf, 0 is the right
    // exponential.
    // 3. Exhibit 21: exponentials were made of masked logits too, and inf * 0 is NaN. A masked one
    // is chosen to be 0, not computed to be: -inf - -inf in a row of masks alone is not met either.
    const float exponential = masked[i] ? 0.0F : std::exp((logits[i] - max_logit) / temperature);
    probabilities[i] = exponential;
    normalizer += exponential;
  }

  // 4. Only of masks alone is the sum 0, for the maximum itself adds 1: all are 0 already.
  if (normalizer == 0.0F) { return; }
  for (float& p : probabilities) { p /= normalizer; }
}

}  // namespace answer
