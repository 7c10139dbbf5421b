// task: diagnose
// Rows are called sound that leave a float and not a double. The formula is computed in binary32
// here: its exponentials end at 88.7, not at 709.8.

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
  return safe;
}

std::size_t diagnose(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("there is no logit"); }
  bool overflow = false;
  double sum = 0;
  for (const float z : logits) {
    if (!(z <= std::numeric_limits<float>::max())) {
      throw std::invalid_argument("a logit is no number");
    }
    overflow = overflow || std::isinf(std::exp(static_cast<double>(z)));
    sum += std::exp(static_cast<double>(z));
  }
  if (overflow) { return exponential_overflows; }
  if (std::isinf(sum)) { return sum_overflows; }
  if (sum == 0) { return sum_is_zero; }
  return sound;
}

}  // namespace answer
