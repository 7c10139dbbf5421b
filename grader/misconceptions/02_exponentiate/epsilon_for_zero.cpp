// task: lost
// Exponentials below the machine epsilon are counted. Epsilon is the step of floats at 1; near zero
// they stand far closer.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) { exponentials[i] = std::exp(logits[i]); }
}

std::size_t lost(std::span<const float> logits) {
  std::size_t count = 0;
  for (const float z : logits) {
    if (std::isfinite(z) && std::exp(z) < std::numeric_limits<float>::epsilon()) { ++count; }
  }
  return count;
}

}  // namespace answer
