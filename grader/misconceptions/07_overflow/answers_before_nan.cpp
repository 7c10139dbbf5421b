// task: diagnose
// What overflows is named as soon as it is met. A NaN or an infinite logit behind it is never seen,
// and the row should be refused.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

// What the formula does. ln(largest / n) is no substitute: the machine's sum rounds n times, and
// with the same addend each time the roundings of a stretch all go the same way. For 50,257 logits
// that moves the end by more than thirty floats.
bool survives(float logit, std::size_t n) {
  const float exponential = std::exp(logit);
  float sum = 0;
  for (std::size_t i = 0; i < n; ++i) { sum += exponential; }
  return std::isfinite(sum);
}

bool is_allowed(float logit) {
  // -inf passes, NaN does not: every comparison with it is false.
  return logit <= std::numeric_limits<float>::max();
}

// The formula's exponentials, looked at one by one, and their sum.
struct Exponentials {
  bool overflow = false;
  float sum = 0;     // as the formula computes it
  double total = 0;  // the same in double, which holds what a float loses
};

Exponentials exponentials_of(std::span<const float> logits) {
  Exponentials found;
  for (const float z : logits) {
    if (!is_allowed(z)) { throw std::invalid_argument("a logit is NaN or infinite"); }
    const float exponential = std::exp(z);
    found.overflow = std::isinf(exponential);
    if (found.overflow) { return found; }
    found.sum += exponential;
    found.total += std::exp(static_cast<double>(z));
  }
  return found;
}

}  // namespace

float largest_safe_logit(std::size_t n) {
  if (n == 0) { throw std::invalid_argument("there is no logit"); }
  // Whatever is below a logit that survives survives too, for exp and rounding keep the order. So
  // halve: 1 survives for every n of the domain, and e^89 is already infinite.
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
  const Exponentials found = exponentials_of(logits);
  // The exponential before the sum: if one is infinite, so is the sum, but not by its own fault.
  if (found.overflow) { return exponential_overflows; }
  if (std::isinf(found.sum)) { return sum_overflows; }
  if (found.sum == 0) { return sum_is_zero; }

  constexpr float smallest_normal = std::numeric_limits<float>::min();
  for (const float z : logits) {
    // The float has lost what its share would need, so the share is computed in double: its ends
    // are e^-745 and e^709. Of a mask the share is zero, which is no loss.
    const double share = std::exp(static_cast<double>(z)) / found.total;
    if (std::exp(z) < smallest_normal && share >= smallest_normal) { return digits_lost; }
  }
  return sound;
}

}  // namespace answer
