// task: push
// It multiplies the old sum by e to (new - old maximum), which is above 1. The sum has to shrink
// when it is measured from something larger.

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
  const float grown = row.max == mask ? 0.0F : std::exp(max - row.max);
  return {max, row.normalizer * grown + factor(logit, max)};
}

Running merge(Running a, Running b) {
  const float max = std::max(a.max, b.max);
  return {max, a.normalizer * factor(a.max, max) + b.normalizer * factor(b.max, max)};
}

}  // namespace answer
