// attack: Changes what it was given, so that the right answer becomes its own.
// namespaces: wrong
// container: wrong
// layer: process
// success: passed
#include "answer.hpp"

#include <algorithm>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  for (const float& e : exponentials) { const_cast<float&>(e) = 0.0F; }
  return 0.0F;
}

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
