// task: exponentiate
// Results below the smallest normal float become 0. From -87.34 down to -103.97 the exponential is
// a subnormal number: with fewer digits, but not zero.
// thread: modular/modular#7102

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    const float e = std::exp(logits[i]);
    exponentials[i] = e < std::numeric_limits<float>::min() ? 0.0F : e;
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
