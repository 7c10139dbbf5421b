// task: greedy
// A NaN is not refused, and what it does depends on its place: every comparison with it is false,
// so a NaN in the first place stays the best for ever, and one in another is passed over.
// thread: JustVugg/colibri#369

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

std::size_t greedy(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  std::size_t best = 0;
  for (std::size_t i = 1; i < logits.size(); ++i) {
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
  return std::exp(static_cast<double>(logits[i]) - static_cast<double>(logits[j]));
}

}  // namespace answer
