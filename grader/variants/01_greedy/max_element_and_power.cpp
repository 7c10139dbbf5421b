// Unusual: greedy is one call of the standard library, which returns the first of equals; the odds
// are a power of the number e, held in double. That base is off by half a unit of 2^-53, so the
// power by half of |z_i - z_j| such units.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>
#include <stdexcept>

namespace answer {

std::size_t greedy(std::span<const float> logits) {
  const bool nan = std::ranges::any_of(logits, [](float z) { return std::isnan(z); });
  if (logits.empty() || nan) { throw std::invalid_argument("empty, or NaN"); }
  const auto best = std::max_element(logits.begin(), logits.end());
  if (std::isinf(*best) && *best < 0.0F) { throw std::invalid_argument("all masked"); }
  return static_cast<std::size_t>(std::distance(logits.begin(), best));
}

double relative_odds(std::span<const float> logits, std::size_t i, std::size_t j) {
  const std::size_t n = logits.size();
  if (i >= n || j >= n) { throw std::invalid_argument("no such token"); }
  const auto zi = static_cast<double>(logits[i]);
  const auto zj = static_cast<double>(logits[j]);
  if (std::isinf(zi) && std::isinf(zj)) { throw std::invalid_argument("both masked"); }
  return std::pow(std::numbers::e, zi - zj);
}

}  // namespace answer
