// task: largest_safe_logit
// The sum is taken for n times e^z, so that it ends at ln(largest / n), as in real arithmetic (or
// nearly, where it is added up in double). A sum of floats is rounded n times, and ends higher or
// lower; and the float nearest to that logarithm may itself lie above it.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

float largest_safe_logit(std::size_t n) {
  if (n == 0) { throw std::invalid_argument("there is no logit"); }
  constexpr double largest = std::numeric_limits<float>::max();
  return static_cast<float>(std::log(largest / static_cast<double>(n)));
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
