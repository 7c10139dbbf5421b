// task: exponentiate
// Exponents are clamped to -87 and 88, for safety. A mask has a small positive exponential then,
// what should be subnormal is lifted, and nothing is ever infinite.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (exponentials.size() != logits.size()) {
    throw std::invalid_argument("exponentials must be as many as logits");
  }
  // keep std::exp in the range of float
  std::transform(logits.begin(), logits.end(), exponentials.begin(),
                 [](float z) { return std::exp(std::clamp(z, -87.0F, 88.0F)); });
}

std::size_t lost(std::span<const float> logits) {
  return static_cast<std::size_t>(std::count_if(logits.begin(), logits.end(), [](float z) {
    return std::isfinite(z) && static_cast<double>(z) < std::log(0.5 * 0x1p-149);
  }));
}

}  // namespace answer
