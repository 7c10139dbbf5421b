// Unusual: no library exponential. The logit is k ln 2 and a rest of at most half of ln 2; e to the
// rest is a Taylor polynomial in double, and the power of two is a change of the exponent. The
// rounding to float comes last.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

namespace answer {
namespace {

/// Domain: |rest| <= 0.35. The first term left out is rest^13/13!, below 2^-51.
double taylor(double rest) {
  double sum = 1.0;
  for (int k = 12; k > 0; --k) { sum = 1.0 + sum * rest / static_cast<double>(k); }
  return sum;
}

float exponential(float logit) {
  if (std::isnan(logit)) { return logit; }
  const double z = std::clamp(static_cast<double>(logit), -200.0, 200.0);
  const double k = std::floor(z / std::numbers::ln2 + 0.5);
  const double power = std::ldexp(taylor(z - k * std::numbers::ln2), static_cast<int>(k));
  return power > static_cast<double>(std::numeric_limits<float>::max())
             ? std::numeric_limits<float>::infinity()
             : static_cast<float>(power);
}

}  // namespace

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  if (logits.size() != exponentials.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) { exponentials[i] = exponential(logits[i]); }
}

std::size_t lost(std::span<const float> logits) {
  std::size_t count = logits.size();
  for (const float z : logits) {
    if (!std::isfinite(z) || exponential(z) > 0.0F) { --count; }
  }
  return count;
}

}  // namespace answer
