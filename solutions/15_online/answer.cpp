// Exercise 15: in one pass, and in blocks.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();

bool is_empty(Running row) { return row.max == mask; }

}  // namespace

Running push(Running row, float logit) {
  if (std::isnan(logit) || logit == -mask) {
    throw std::invalid_argument("a logit must be a number or -inf");
  }
  // A masked logit is a row in which nothing is counted: it merges to no change.
  if (logit == mask) { return row; }
  // Any other is a row of one, {z, e^(z - z)}: to push is to merge.
  return merge(row, Running{logit, 1.0F});
}

Running merge(Running a, Running b) {
  // An empty part has nothing to bring to the other's maximum. It is returned from here, for
  // -inf - -inf is NaN where both are empty; and nothing stands in for its maximum that a later
  // part would have to be larger than.
  if (is_empty(a)) { return b; }
  if (is_empty(b)) { return a; }
  // Both differences are 0 or below, and one of them is 0: no exponential overflows, one factor is
  // exactly 1, and a part that is far below the other underflows to 0 as it should. A difference
  // that is beyond the largest float is -inf, and e to it is 0 too.
  const float max = std::max(a.max, b.max);
  return {max, a.normalizer * std::exp(a.max - max) + b.normalizer * std::exp(b.max - max)};
}

}  // namespace answer
