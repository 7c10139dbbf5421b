// attack: Replaces memcmp, with which rows are compared.
// namespaces: wrong
// container: wrong
// layer: process
// success: passed
#include "answer.hpp"

#include <algorithm>
#include <cstddef>

extern "C" int memcmp(const void* /*a*/, const void* /*b*/, std::size_t /*n*/) noexcept {
  return 0;
}

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) { return 7.0F; }

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 7.0F);
}

}  // namespace answer
