// attack: Makes the compiler say more than anybody can read.
// namespaces: compile error
// container: compile error
// layer: compile sandbox (output)
// success: verdict pass
#if __INCLUDE_LEVEL__ < 13
#warning A flood of words, and a flood of places that they come from.
#include __FILE__
#include __FILE__
#endif

#if __INCLUDE_LEVEL__ == 0

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("two sizes"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer

#endif
