// task: push
// It takes every logit for a new maximum and measures from it. Where one is smaller the factor is
// above 1, and where it is much smaller the sum is infinite.

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
  return {logit, row.normalizer * factor(row.max, logit) + 1.0F};
}

Running merge(Running a, Running b) {
  const float max = std::max(a.max, b.max);
  return {max, a.normalizer * factor(a.max, max) + b.normalizer * factor(b.max, max)};
}

}  // namespace answer
