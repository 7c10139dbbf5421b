// attack: Reports a pass and leaves before main begins.
// namespaces: protocol
// container: protocol
// layer: process
// success: passed
#include "answer.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace {

struct Early {
  Early() {
    if (write(1, "passed\n", 7) == 7) { std::_Exit(0); }
  }
} early;

}  // namespace

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) { return 0.0F; }

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
