// task: relative_odds
// A pair with a mask in it has odds of 0, whichever of the two is masked. If it is token j, token i
// is infinitely many times as likely.

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
  if (i >= logits.size() || j >= logits.size()) { throw std::invalid_argument("no such token"); }
  if (std::isinf(logits[i]) && std::isinf(logits[j])) {
    throw std::invalid_argument("both masked");
  }
  if (std::isinf(logits[i]) || std::isinf(logits[j])) { return 0.0; }
  return std::exp(static_cast<double>(logits[i]) - static_cast<double>(logits[j]));
}

}  // namespace answer
