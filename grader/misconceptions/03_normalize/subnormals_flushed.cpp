// task: normalize
// Shares below the normal range become zero. Below it lie the subnormal numbers: they have fewer
// digits, and are not zero.
// thread: modular/modular#7102

#include "answer.hpp"

#include <cstddef>
#include <limits>
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
    probabilities[i] = share < std::numeric_limits<float>::min() ? 0.0F : share;
  }
}

}  // namespace answer
