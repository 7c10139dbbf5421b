// attack: Takes down whatever has called it.
// namespaces: crash
// container: crash
// layer: process
// success: no report
#include "answer.hpp"

#include <algorithm>

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) {
  *static_cast<volatile int*>(nullptr) = 0;
  return 0.0F;
}

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
