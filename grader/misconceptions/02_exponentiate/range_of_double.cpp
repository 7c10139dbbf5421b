// task: lost
// The exponentials are taken in double, where zero begins only at -745. The question is what a
// float loses.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) { exponentials[i] = std::exp(logits[i]); }
}

std::size_t lost(std::span<const float> logits) {
  std::size_t count = 0;
  for (const float z : logits) {
    if (std::isfinite(z) && std::exp(static_cast<double>(z)) == 0.0) { ++count; }
  }
  return count;
}

}  // namespace answer
