// attack: Writes its results where the wanted numbers may lie, too.
// namespaces: wrong
// container: wrong
// layer: process
// success: passed
#include "answer.hpp"

#include <cstddef>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum;
}

void normalize(std::span<const float> exponentials, float /*normalizer*/,
               std::span<float> probabilities) {
  // Small blocks of memory lie 32 bytes apart.
  constexpr std::ptrdiff_t next = 8;
  const auto n = static_cast<std::ptrdiff_t>(exponentials.size());
  for (const std::ptrdiff_t block : {-next, std::ptrdiff_t{0}, next}) {
    for (std::ptrdiff_t i = 0; i < n && i < 3; ++i) { probabilities.data()[block + i] = 0.0F; }
  }
}

}  // namespace answer
