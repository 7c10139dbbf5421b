// Unusual: exponentials are computed in double and rounded to float; lost ones are those that are 0
// in float after that and were not in double, or that are 0 in double but not masked.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace answer {
namespace {

float exponential(float z) { return static_cast<float>(std::exp(static_cast<double>(z))); }

}  // namespace

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  std::ranges::transform(logits, exponentials.begin(), exponential);
}

std::size_t lost(std::span<const float> logits) {
  return static_cast<std::size_t>(std::ranges::count_if(
      logits, [](float z) { return !std::isinf(z) && exponential(z) == 0.0F; }));
}

}  // namespace answer
