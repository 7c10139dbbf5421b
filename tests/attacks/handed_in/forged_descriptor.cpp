// attack: Writes a report on every descriptor that it may have inherited: bytes too many.
// namespaces: protocol
// container: protocol
// layer: process
// success: passed
#include "answer.hpp"

#include <unistd.h>

#include <algorithm>

namespace {

void attack() {
  for (int number = 3; number < 100; ++number) {
    if (write(number, "passed\n", 7) == 7) { return; }
  }
}

}  // namespace

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) {
  attack();
  return 0.0F;
}

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
