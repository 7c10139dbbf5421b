// task: exponentiate
// Scores below -87.336 are raised to it before they are exponentiated. So a mask gets a small
// positive number instead of 0, and all the lowest scores get the same.
// thread: huggingface/funes#160

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials[i] = std::exp(logits[i] < -87.336F ? -87.336F : logits[i]);
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
