// task: exponentiate
// (1 + z/n)^n is taken for a fixed n, 1024. It comes near to e^z only as n grows without end: the
// result is off by about z^2/2n of itself.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    float power = 1.0F + logits[i] / 1024.0F;
    for (int k = 0; k < 10; ++k) { power *= power; }
    exponentials[i] = power;
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
