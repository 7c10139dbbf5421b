// task: largest_safe_logit
// The result is a whole number. Logits are floats, and between it and the end lie many thousands
// of floats that survive too.

#include "answer.hpp"

#include <cmath>
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
  float safe = 1;
  float unsafe = 89;
  while (std::nextafter(safe, unsafe) < unsafe) {
    const float middle = safe + (unsafe - safe) / 2;
    (survives(middle, n) ? safe : unsafe) = middle;
  }
  return std::floor(safe);
}

std::size_t diagnose(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("there is no logit"); }
  float sum = 0;
  double total = 0;
  bool overflow = false;
  for (const float z : logits) {
    if (!(z <= std::numeric_limits<float>::max())) {
      throw std::invalid_argument("a logit is no number");
    }
    overflow = overflow || std::isinf(std::exp(z));
    sum += std::exp(z);
    total += std::exp(static_cast<double>(z));
  }
  if (overflow) { return exponential_overflows; }
  if (std::isinf(sum)) { return sum_overflows; }
  if (sum == 0) { return sum_is_zero; }
  for (const float z : logits) {
    const double share = std::exp(static_cast<double>(z)) / total;
    if (std::exp(z) < std::numeric_limits<float>::min() &&
        share >= std::numeric_limits<float>::min()) {
      return digits_lost;
    }
  }
  return sound;
}

}  // namespace answer
