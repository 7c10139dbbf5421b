// task: exponentiate
// Ten is taken to each score, not e: the notation 1e3 is a power of ten, and the e of softmax is
// 2.718.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) { exponentials[i] = std::pow(10.0F, logits[i]); }
}

std::size_t lost(std::span<const float> logits) {
  std::size_t count = 0;
  for (const float z : logits) {
    if (std::isfinite(z) && std::exp(z) == 0.0F) { ++count; }
  }
  return count;
}

}  // namespace answer
