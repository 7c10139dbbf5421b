// task: exponentiate
// A mask of -inf is replaced by 0 before it is exponentiated, and e to the 0 is 1: the forbidden
// token weighs as much as a score of zero.
// thread: ibab/tensorflow-wavenet#131

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials[i] =
        std::isinf(logits[i]) && logits[i] < 0.0F ? std::exp(0.0F) : std::exp(logits[i]);
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
