// task: lost
// At most one is counted: the search stops at the first that is lost. How many there are is asked
// for.

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
  for (const float z : logits) {
    if (std::isfinite(z) && std::exp(z) == 0.0F) { return 1; }
  }
  return 0;
}

}  // namespace answer
