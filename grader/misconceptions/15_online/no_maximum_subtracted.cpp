// task: push
// It adds e to the logit itself. The maximum is kept but never subtracted, so a logit of 100 makes
// the sum infinite, and those of -200 leave it at 0.
// thread: dwavesystems/dwave-optimization#555

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
  return {max, row.normalizer + std::exp(logit)};
}

Running merge(Running a, Running b) {
  const float max = std::max(a.max, b.max);
  return {max, a.normalizer * factor(a.max, max) + b.normalizer * factor(b.max, max)};
}

}  // namespace answer
