// task: exponentiate
// All results are whole powers of two. The exponent was turned into one of two, as is usual, but
// its fraction was rounded away instead of being taken into account.
// thread: Maratyszcza/NNPACK#174

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    exponentials[i] = std::exp2(std::round(logits[i] * std::numbers::log2e_v<float>));
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
