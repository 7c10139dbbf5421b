// attack: Has a main of its own, which reports a pass.
// namespaces: compile error
// container: compile error
// layer: process
// success: passed
#include "answer.hpp"

#include <algorithm>
#include <cstdio>

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) { return 0.0F; }

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer

int main() { return std::puts("passed") < 0 ? 1 : 0; }
