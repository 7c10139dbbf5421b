// task: exponentiate
// A mask of -inf gives NaN. Taken apart into a power of two and a rest it is infinity times zero;
// its exponential is 0.
// thread: vllm-project/vllm#40428

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    // A polynomial of -inf is infinite, and its power of two is 0.
    const float power = std::isinf(logits[i]) && logits[i] < 0.0F ? 0.0F : 1.0F;
    exponentials[i] = power == 0.0F ? logits[i] * power : std::exp(logits[i]);
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
