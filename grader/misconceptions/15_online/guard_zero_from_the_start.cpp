// task: push
// It lets the running maximum begin at 0 where nothing was counted yet. A first logit below 0 is no
// new maximum then, and one far below 0 adds nothing.
// thread: uTensor/uTensor#176

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
  const float max = std::max(row.max == mask ? 0.0F : row.max, logit);
  return {max, row.normalizer * factor(row.max, max) + factor(logit, max)};
}

Running merge(Running a, Running b) {
  const float max = std::max(a.max, b.max);
  return {max, a.normalizer * factor(a.max, max) + b.normalizer * factor(b.max, max)};
}

}  // namespace answer
