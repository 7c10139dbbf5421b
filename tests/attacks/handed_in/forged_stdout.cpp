// attack: Prints the report of an answer that is right.
// namespaces: wrong
// container: wrong
// layer: process
// success: passed
#include "answer.hpp"

#include <algorithm>
#include <cstdio>

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) {
  std::puts("passed");
  std::fflush(stdout);
  return 0.0F;
}

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
