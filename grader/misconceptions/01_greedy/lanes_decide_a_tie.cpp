// task: greedy
// The row is searched in eight lanes, and the lanes are compared at the end. Of equal logits the
// one of the lower lane wins, which need not be the one of the lower index.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
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
  for (std::size_t lane = 0; lane < 8; ++lane) {
    for (std::size_t i = lane; i < logits.size(); i += 8) {
      if (std::isnan(logits[i])) { throw std::invalid_argument("a logit is NaN"); }
      if (logits[i] > logits[best]) { best = i; }
    }
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
