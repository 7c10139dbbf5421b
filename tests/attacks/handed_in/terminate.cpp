// attack: Lets an exception leave a function that may throw none.
// namespaces: crash
// container: crash
// layer: process
// success: no report
#include "answer.hpp"

#include <algorithm>
#include <exception>

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) {
  []() noexcept { throw 1; }();
  return 0.0F;
}

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
