// task: exponentiate
// Scores of -13 and less give 0, on the ground that so little does not matter. e^-13 is 0.0000023,
// a number that a float holds with all its digits, and whose logarithm somebody may ask for.
// thread: torch/nn#804

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials[i] = logits[i] <= -13.0F ? 0.0F : std::exp(logits[i]);
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
