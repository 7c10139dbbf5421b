// Unusual: no maximum is computed; each of the two cases has its own formula, and merge swaps its
// parts so that there is but one.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>
#include <utility>

namespace answer {
Running push(Running row, float logit) {
  if (std::isnan(logit) || (std::isinf(logit) && logit > 0.0F)) {
    throw std::invalid_argument("not a logit");
  }
  if (std::isinf(logit)) { return row; }
  if (std::isinf(row.max)) { return {logit, 1.0F}; }
  if (logit <= row.max) { return {row.max, row.normalizer + std::exp(logit - row.max)}; }
  return {logit, 1.0F + row.normalizer * std::exp(row.max - logit)};
}

Running merge(Running a, Running b) {
  if (a.max < b.max) { std::swap(a, b); }
  if (b.normalizer != 0.0F) { a.normalizer += b.normalizer * std::exp(b.max - a.max); }
  return a;
}

}  // namespace answer
