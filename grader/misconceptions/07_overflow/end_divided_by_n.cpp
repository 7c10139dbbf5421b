// task: largest_safe_logit
// The result is the end of one exponential divided by n, as if e^(n z) were what overflows. n
// logits of z add up to n times e^z, which is e^(z + ln n): the end moves down by ln n only.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

float largest_safe_logit(std::size_t n) {
  if (n == 0) { throw std::invalid_argument("there is no logit"); }
  float safe = 1;
  float unsafe = 89;
  while (std::nextafter(safe, unsafe) < unsafe) {
    const float middle = safe + (unsafe - safe) / 2;
    (std::isfinite(std::exp(middle)) ? safe : unsafe) = middle;
  }
  return safe / static_cast<float>(n);
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
