// task: lost
// Every exponential below the smallest positive float is counted. Those above its half are nearer
// to it than to zero, and are rounded up to it.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) { exponentials[i] = std::exp(logits[i]); }
}

std::size_t lost(std::span<const float> logits) {
  std::size_t count = 0;
  for (const float z : logits) {
    if (std::isfinite(z) && z < -149.0F * std::numbers::ln2_v<float>) { ++count; }
  }
  return count;
}

}  // namespace answer
