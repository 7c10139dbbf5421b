// task: exponentiate
// NaN becomes 0, as if the token were masked. Nobody knows what the score was; NaN must stay NaN,
// so that it is seen.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials[i] = std::isnan(logits[i]) ? 0.0F : std::exp(logits[i]);
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
