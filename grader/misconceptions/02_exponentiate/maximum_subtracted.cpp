// task: exponentiate
// The largest logit is subtracted first. That is a stage of its own, and softmax's shares allow it;
// e to the logit itself is asked for here, and the largest need not give 1.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  float largest = -std::numeric_limits<float>::infinity();
  for (const float z : logits) {
    if (std::isfinite(z)) { largest = std::max(largest, z); }
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials[i] =
        std::isfinite(logits[i]) ? std::exp(logits[i] - largest) : std::exp(logits[i]);
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
