// task: push
// Against -inf - -inf it puts 0 in place of a maximum of -inf, and keeps the 0 as the running
// maximum. A row that begins with a mask and goes on far below 0 is then measured from 0, and its
// sum is 0.
// thread: Dao-AILab/flash-attention#2082

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
  float max = std::max(row.max, logit);
  if (max == mask) { max = 0.0F; }
  return {max, row.normalizer * std::exp(row.max - max) + std::exp(logit - max)};
}

Running merge(Running a, Running b) {
  const float max = std::max(a.max, b.max);
  return {max, a.normalizer * factor(a.max, max) + b.normalizer * factor(b.max, max)};
}

}  // namespace answer
