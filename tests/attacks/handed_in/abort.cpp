// attack: Ends the program that would have told of the mistakes.
// namespaces: crash
// container: crash
// layer: process
// success: no report
#include "answer.hpp"

#include <algorithm>
#include <cstdlib>

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) { std::abort(); }

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
