// task: exponentiate
// The results are those of half precision: 11 bits, so that only about three decimals are right.
// The contract allows two steps of a float.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const float e = std::exp(logits[i]);
    const float spread = e * 8193.0F;  // Veltkamp: the upper 11 bits
    exponentials[i] = std::isfinite(spread) ? spread - (spread - e) : e;
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
