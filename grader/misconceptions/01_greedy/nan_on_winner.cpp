// task: greedy
// Only the winner is tested for NaN. Every comparison with NaN is false, so a NaN behind the first
// place never wins, and is never seen.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

std::size_t greedy(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("empty row"); }
  const auto best = std::max_element(logits.begin(), logits.end());
  if (std::isnan(*best)) { throw std::invalid_argument("a logit is NaN"); }
  if (*best == -std::numeric_limits<float>::infinity()) {
    throw std::invalid_argument("every token is masked");
  }
  return static_cast<std::size_t>(best - logits.begin());
}

double relative_odds(std::span<const float> logits, std::size_t i, std::size_t j) {
  if (i >= logits.size() || j >= logits.size()) { throw std::invalid_argument("no such token"); }
  const double zi = logits[i];
  const double zj = logits[j];
  if (std::isinf(zi) && std::isinf(zj)) { throw std::invalid_argument("both are masked"); }
  return std::exp(zi - zj);
}

}  // namespace answer
