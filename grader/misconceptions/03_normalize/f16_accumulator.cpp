// task: normalizer
// The sum is kept in half precision (11 bits), whatever the row holds. There a sum of ones stops at
// 2048: one more is less than half a step, and is rounded away, again and again.
// thread: sonos/tract#2586

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {
namespace {

/// Rounds to 11 bits (Veltkamp's splitting); the exponents stay those of float.
float in_eleven_bits(float x) {
  const float spread = x * 8193.0F;
  return std::isfinite(spread) ? spread - (spread - x) : x;
}

}  // namespace

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum = in_eleven_bits(sum + e); }
  return sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
