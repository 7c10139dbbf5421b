// Unusual: sums are merged as logarithms, in double: log s rides on the maximum, and log1p adds the
// smaller to the larger.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();

}  // namespace

Running push(Running row, float logit) {
  if (logit == mask) { return row; }
  if (!std::isfinite(logit)) { throw std::invalid_argument("not a logit"); }
  return row.max == mask ? Running{logit, 1.0F} : merge(Running{logit, 1.0F}, row);
}

Running merge(Running a, Running b) {
  if (a.max == mask || b.max == mask) { return a.max == mask ? b : a; }
  if (a.max < b.max) { return merge(b, a); }
  const double log_a = std::log(static_cast<double>(a.normalizer));
  const double log_b = std::log(static_cast<double>(b.normalizer)) +
                       (static_cast<double>(b.max) - static_cast<double>(a.max));
  const double log_sum = log_a + std::log1p(std::exp(log_b - log_a));
  return {a.max, static_cast<float>(std::exp(log_sum))};
}

}  // namespace answer
