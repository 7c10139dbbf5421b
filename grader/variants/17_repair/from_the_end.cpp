// Unusual: the sum is made from the last token to the first, in three separate loops, with lowest()
// as the first maximum and a flag for a row in which nothing counts.

#include "answer.hpp"

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
  bool possible = false;
  float largest = std::numeric_limits<float>::lowest();
  for (std::size_t i = logits.size(); i-- > 0;) {
    possible = possible || !masked[i];
    if (!masked[i] && logits[i] >= largest) { largest = logits[i]; }
  }
  long double sum = possible ? 0.0L : 1.0L;
  for (std::size_t i = logits.size(); i-- > 0;) {
    const float distance = masked[i] ? 0.0F : largest - logits[i];
    probabilities[i] = masked[i] ? 0.0F : std::exp(-(distance / temperature));
    sum += static_cast<long double>(probabilities[i]);
  }
  for (float& p : probabilities) { p = static_cast<float>(static_cast<long double>(p) / sum); }
}

}  // namespace answer
