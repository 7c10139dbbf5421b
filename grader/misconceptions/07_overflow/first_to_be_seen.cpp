// task: diagnose
// The failure that the loop meets first is told. A sum can overflow before the row comes to an
// exponential that does: the order is that of the list, not of the row.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {

bool survives(float z, std::size_t n) {
  const float exponential = std::exp(z);
  float sum = 0;
  for (std::size_t i = 0; i < n; ++i) { sum += exponential; }
  return std::isfinite(sum);
}

}  // namespace

float largest_safe_logit(std::size_t n) {
  if (n == 0) { throw std::invalid_argument("there is no logit"); }
  float good = 0.0F;
  float bad = 100.0F;
  while (std::nextafter(good, bad) < bad) {
    const float middle = good + (bad - good) / 2;
    if (survives(middle, n)) {
      good = middle;
    } else {
      bad = middle;
    }
  }
  return good;
}

std::size_t diagnose(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("there is no logit"); }
  for (const float z : logits) {
    if (std::isnan(z) || z == std::numeric_limits<float>::infinity()) {
      throw std::invalid_argument("NaN or inf");
    }
  }
  float sum = 0;
  for (const float z : logits) {
    const float exponential = std::exp(z);
    if (std::isinf(exponential)) { return exponential_overflows; }
    sum += exponential;
    if (std::isinf(sum)) { return sum_overflows; }
  }
  if (sum == 0) { return sum_is_zero; }
  double real_sum = 0;
  for (const float z : logits) { real_sum += std::exp(static_cast<double>(z)); }
  for (const float z : logits) {
    const bool short_of_digits = std::exp(z) < std::numeric_limits<float>::min();
    const double share = std::exp(static_cast<double>(z)) / real_sum;
    if (short_of_digits && share >= 0x1p-126) { return digits_lost; }
  }
  return sound;
}

}  // namespace answer
