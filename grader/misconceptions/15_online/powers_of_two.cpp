// task: merge
// It rescales by powers of 2 where powers of e are needed. Kernels work in base 2 and keep their
// maxima in its units; here the maxima are logits, of base e.
// thread: lightseekorg/tokenspeed#571

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
  const auto shrink = [max](float m) { return m == mask ? 0.0F : std::exp2(m - max); };
  return {max, a.normalizer * shrink(a.max) + b.normalizer * shrink(b.max)};
}

}  // namespace answer
