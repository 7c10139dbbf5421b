// Unusual: both terms in double, and rounded once.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

double term(Running row, float max) {
  if (row.normalizer == 0.0F) { return 0.0; }
  return static_cast<double>(row.normalizer) *
         std::exp(static_cast<double>(row.max) - static_cast<double>(max));
}

}  // namespace

Running push(Running row, float logit) {
  if (!(logit < std::numeric_limits<float>::infinity())) {
    throw std::invalid_argument("NaN or +inf");
  }
  const bool counts = logit > -std::numeric_limits<float>::infinity();
  return merge(row, {logit, counts ? 1.0F : 0.0F});
}

Running merge(Running a, Running b) {
  const float max = a.max > b.max ? a.max : b.max;
  return {max, static_cast<float>(term(a, max) + term(b, max))};
}

}  // namespace answer
