// Unusual: builds the answer bit by bit, from the highest down, for positive floats are in the
// order of their bits; the share comes from shifted logits, in float.

#include "answer.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {
bool survives(float logit, std::size_t n) {
  const float exponential = std::exp(logit);
  float sum = 0;
  for (std::size_t i = 0; i < n; ++i) { sum += exponential; }
  return std::isfinite(sum);
}
}  // namespace

float largest_safe_logit(std::size_t n) {
  if (n == 0) { throw std::invalid_argument("there is no logit"); }
  std::uint32_t bits = 0;
  for (std::uint32_t bit = 1U << 30U; bit != 0; bit >>= 1U) {
    const auto z = std::bit_cast<float>(bits | bit);
    if (std::isfinite(z) && survives(z, n)) { bits |= bit; }
  }
  return std::bit_cast<float>(bits);
}

std::size_t diagnose(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("there is no logit"); }
  if (!std::all_of(logits.begin(), logits.end(),
                   [](float z) { return z < std::numeric_limits<float>::infinity(); })) {
    throw std::invalid_argument("a logit is no number");
  }
  const float max_logit = *std::max_element(logits.begin(), logits.end());
  if (std::isinf(std::exp(max_logit))) { return exponential_overflows; }
  if (std::exp(max_logit) == 0) { return sum_is_zero; }

  float sum = 0;
  float shifted_sum = 0;
  for (const float z : logits) {
    sum += std::exp(z);
    shifted_sum += std::exp(z - max_logit);
  }
  if (std::isinf(sum)) { return sum_overflows; }
  const bool lost = std::any_of(logits.begin(), logits.end(), [&](float z) {
    return !std::isnormal(std::exp(z)) && std::isnormal(std::exp(z - max_logit) / shifted_sum);
  });
  return lost ? digits_lost : sound;
}

}  // namespace answer
