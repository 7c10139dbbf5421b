// task: greedy
// +inf is taken as soon as it is met, for nothing can be larger. A NaN behind it is never seen, and
// the row should be refused.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

bool is_masked(float logit) { return logit == -std::numeric_limits<float>::infinity(); }

}  // namespace

std::size_t greedy(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("an empty row has no largest logit"); }
  // The best so far is an element of the row, never a number put in its place: no number is below
  // every logit.
  std::size_t best = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    // Every comparison with NaN is false: unasked, one would be passed over, or stay for ever.
    if (std::isnan(logits[i])) { throw std::invalid_argument("a logit is NaN"); }
    if (logits[i] > logits[best]) { best = i; }
    if (logits[best] == std::numeric_limits<float>::infinity()) { return best; }
  }
  if (is_masked(logits[best])) { throw std::invalid_argument("all tokens are masked"); }
  return best;
}

double relative_odds(std::span<const float> logits, std::size_t i, std::size_t j) {
  if (i >= logits.size() || j >= logits.size()) {
    throw std::invalid_argument("an index is beyond the row");
  }
  // -inf - -inf would be NaN. One mask alone needs no care: e^-inf is 0, and e^inf is inf.
  if (is_masked(logits[i]) && is_masked(logits[j])) {
    throw std::invalid_argument("both tokens are masked");
  }
  // In double, so that the difference of two floats is exact in nearly every case; and before exp,
  // so that only the odds themselves can overflow.
  return std::exp(static_cast<double>(logits[i]) - static_cast<double>(logits[j]));
}

}  // namespace answer
