// attack: Turns the exit code into 0 when all is over.
// namespaces: wrong
// container: wrong
// layer: process
// success: passed
#include "answer.hpp"

#include <algorithm>
#include <cstdlib>

namespace {

struct Late {
  Late() = default;
  ~Late() { std::_Exit(0); }
} late;

}  // namespace

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) { return 0.0F; }

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
