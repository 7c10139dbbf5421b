// Unusual: searches for the largest safe *exponential* among the floats, and takes its logarithm
// afterwards; sums by recursion over halves; compares logits with the ends of e^z.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {
bool sum_is_finite(float exponential, std::size_t n) {
  float sum = exponential;
  while (--n != 0 && std::isfinite(sum)) { sum += exponential; }
  return std::isfinite(sum);
}

float largest_exponential(std::size_t n) {
  float low = 1;
  float high = std::numeric_limits<float>::max();
  if (sum_is_finite(high, n)) { return high; }
  while (std::nextafter(low, high) < high) {
    // Halving the exponent first: the geometric mean is in the middle of the bits.
    const float mean = std::sqrt(low) * std::sqrt(high);
    const float middle = high / low > 2 ? mean : low + (high - low) / 2;
    (sum_is_finite(middle, n) ? low : high) = middle;
  }
  return low;
}

double total(std::span<const float> logits, double offset) {
  if (logits.size() == 1) { return std::exp(static_cast<double>(logits[0]) - offset); }
  const std::size_t half = logits.size() / 2;
  return total(logits.first(half), offset) + total(logits.subspan(half), offset);
}
}  // namespace

float largest_safe_logit(std::size_t n) {
  if (n == 0) { throw std::invalid_argument("there is no logit"); }
  const float exponential = largest_exponential(n);
  float z = std::log(exponential);
  while (std::exp(z) > exponential) { z = std::nextafter(z, 0.0F); }
  while (std::exp(std::nextafter(z, 100.0F)) <= exponential) { z = std::nextafter(z, 100.0F); }
  return z;
}

std::size_t diagnose(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("there is no logit"); }
  for (const float z : logits) {
    if (std::isnan(z) || (std::isinf(z) && z > 0)) {
      throw std::invalid_argument("a logit is no number");
    }
  }
  const double too_large = std::log(static_cast<double>(std::numeric_limits<float>::max()));
  const double smallest_normal = std::log(static_cast<double>(std::numeric_limits<float>::min()));
  const double zero = std::log(static_cast<double>(std::numeric_limits<float>::denorm_min()) / 2);
  const double max_logit = *std::max_element(logits.begin(), logits.end());
  if (max_logit > too_large) { return exponential_overflows; }
  if (max_logit <= zero) { return sum_is_zero; }
  const double log_sum = max_logit + std::log(total(logits, max_logit));
  if (log_sum > too_large) { return sum_overflows; }
  for (const float z : logits) {
    if (z < smallest_normal && z - log_sum >= smallest_normal) { return digits_lost; }
  }
  return sound;
}

}  // namespace answer
