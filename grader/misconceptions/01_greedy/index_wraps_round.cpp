// task: relative_odds
// An index beyond the row is taken modulo its length, so some other token is looked at instead. The
// contract has it refused.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

std::size_t greedy(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  std::size_t best = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (std::isnan(logits[i])) { throw std::invalid_argument("a logit is NaN"); }
    if (logits[i] > logits[best]) { best = i; }
  }
  if (std::isinf(logits[best]) && logits[best] < 0.0F) {
    throw std::invalid_argument("all masked");
  }
  return best;
}

double relative_odds(std::span<const float> logits, std::size_t i, std::size_t j) {
  const std::size_t n = logits.size();
  if (n == 0) { throw std::invalid_argument("an empty row"); }
  const float zi = logits[i % n];
  const float zj = logits[j % n];
  if (std::isinf(zi) && std::isinf(zj)) { throw std::invalid_argument("both masked"); }
  return std::exp(static_cast<double>(zi) - static_cast<double>(zj));
}

}  // namespace answer
