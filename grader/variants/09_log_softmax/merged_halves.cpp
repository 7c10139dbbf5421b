// Unusual: a maximum and a shifted sum for each half of the row, merged by recursion; the shift is
// the merged maximum.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

namespace {
struct Running {
  float max = -std::numeric_limits<float>::infinity();
  float sum = 0;
};

Running merge(Running a, Running b) {
  if (b.sum == 0) { return a; }
  if (a.sum == 0) { return b; }
  if (a.max < b.max) { std::swap(a, b); }
  // Both may be +inf: an infinity less itself is NaN.
  const float scale = std::isinf(a.max) ? 0.0F : std::exp(b.max - a.max);
  return {a.max, a.sum + b.sum * scale};
}

Running over(std::span<const float> logits) {
  if (logits.size() > 1) {
    const std::size_t half = logits.size() / 2;
    return merge(over(logits.first(half)), over(logits.subspan(half)));
  }
  if (logits.empty()) { return {}; }
  if (std::isnan(logits[0])) { throw std::invalid_argument("NaN"); }
  return {logits[0], std::isinf(logits[0]) && logits[0] < 0 ? 0.0F : 1.0F};
}
}  // namespace

float log_sum_exp(std::span<const float> logits) {
  const Running all = over(logits);
  return all.max + std::log(all.sum);
}

void log_softmax(std::span<const float> logits, std::span<float> log_probabilities) {
  if (logits.size() != log_probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const Running all = over(logits);
  if (!(std::abs(all.max) <= std::numeric_limits<float>::max())) {
    throw std::invalid_argument("no finite maximum");
  }
  const float log_sum = std::log(all.sum);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    log_probabilities[i] = logits[i] - all.max - log_sum;
  }
}

}  // namespace answer
