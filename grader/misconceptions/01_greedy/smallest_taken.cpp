// task: greedy
// The smallest of the logits that are not masked is taken: the comparison is the wrong way round.
// The larger the logit, the likelier the token.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {
namespace {

/// Refuses what the contract refuses.
void look_at(std::span<const float> logits) {
  bool masked = true;
  for (const float z : logits) {
    if (std::isnan(z)) { throw std::invalid_argument("a logit is NaN"); }
    masked = masked && std::isinf(z) && z < 0.0F;
  }
  if (masked) { throw std::invalid_argument("an empty row, or all masked"); }
}

}  // namespace

std::size_t greedy(std::span<const float> logits) {
  look_at(logits);
  std::size_t best = 0;
  while (std::isinf(logits[best]) && logits[best] < 0.0F) { ++best; }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (logits[i] < logits[best] && std::isfinite(logits[i])) { best = i; }
  }
  return best;
}

double relative_odds(std::span<const float> logits, std::size_t i, std::size_t j) {
  if (i >= logits.size() || j >= logits.size()) { throw std::invalid_argument("no such token"); }
  if (std::isinf(logits[i]) && std::isinf(logits[j])) {
    throw std::invalid_argument("both masked");
  }
  return std::exp(static_cast<double>(logits[i]) - static_cast<double>(logits[j]));
}

}  // namespace answer
