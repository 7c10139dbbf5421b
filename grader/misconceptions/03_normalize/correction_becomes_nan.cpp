// task: normalizer
// The sum is compensated as Kahan does it. Where it is infinite, the correction is inf less inf, so
// NaN, and so is the sum from there on.

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  float correction = 0.0F;
  for (const float e : exponentials) {
    const float corrected = e - correction;
    const float next = sum + corrected;
    correction = (next - sum) - corrected;
    sum = next;
  }
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
