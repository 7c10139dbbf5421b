// task: normalize
// Sizes that differ are accepted: as many shares are written as both rows have room for. A caller
// who mixed up two rows learns nothing of it; the contract refuses.

#include "answer.hpp"

#include <algorithm>
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
  for (std::size_t i = 0; i < std::min(exponentials.size(), probabilities.size()); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
