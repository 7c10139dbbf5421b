// task: exponentiate
// Sizes that differ are accepted: as many exponentials are written as both rows have room for. A
// caller who mixed up two rows learns nothing of it; the contract refuses.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  for (std::size_t i = 0; i < std::min(logits.size(), exponentials.size()); ++i) {
    exponentials[i] = std::exp(logits[i]);
  }
}

std::size_t lost(std::span<const float> logits) {
  std::size_t count = 0;
  for (const float z : logits) {
    if (std::isfinite(z) && std::exp(z) == 0.0F) { ++count; }
  }
  return count;
}

}  // namespace answer
