// Unusual: starts at ln(largest / n) and walks float by float to where survival changes; diagnoses
// in double alone, by comparing with the ends of a float.

#include "answer.hpp"

#include <algorithm>
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
  constexpr double largest = std::numeric_limits<float>::max();
  auto z = static_cast<float>(std::log(largest / static_cast<double>(n)));
  while (!survives(z, n)) { z = std::nextafter(z, 0.0F); }
  while (survives(std::nextafter(z, 100.0F), n)) { z = std::nextafter(z, 100.0F); }
  return z;
}

std::size_t diagnose(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("there is no logit"); }
  constexpr double largest = std::numeric_limits<float>::max();
  constexpr double smallest_normal = std::numeric_limits<float>::min();
  constexpr double smallest = std::numeric_limits<float>::denorm_min();
  double top = 0;
  double total = 0;
  for (const float z : logits) {
    if (std::isnan(z) || z > largest) { throw std::invalid_argument("a logit is no number"); }
    const double exponential = std::exp(static_cast<double>(z));
    top = std::max(top, exponential);
    total += exponential;
  }
  if (top > largest) { return exponential_overflows; }
  if (total > largest) { return sum_overflows; }
  if (top <= smallest / 2) { return sum_is_zero; }
  for (const float z : logits) {
    const double exponential = std::exp(static_cast<double>(z));
    if (exponential < smallest_normal && exponential / total >= smallest_normal) {
      return digits_lost;
    }
  }
  return sound;
}

}  // namespace answer
