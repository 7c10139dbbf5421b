// Unusual: the sum is kept as a list of floats that do not overlap and add up to it exactly, so
// that nothing is lost until the end (Shewchuk); the error of one addition is Knuth's, without a
// branch.

#include "answer.hpp"

#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

namespace answer {

namespace {
struct Exact {
  float sum;
  float error;
};

Exact two_sum(float a, float b) {
  const float sum = a + b;
  const float b_part = sum - a;
  const float a_part = sum - b_part;
  return {sum, (a - a_part) + (b - b_part)};
}
}  // namespace

float rounding_error(float a, float b) {
  if (!std::isfinite(a + b)) { throw std::invalid_argument("not finite"); }
  return two_sum(a, b).error;
}

float accurate_sum(std::span<const float> values) {
  std::vector<float> parts;
  float trouble = 0;
  for (float x : values) {
    if (!std::isfinite(x)) {
      trouble += x;
      continue;
    }
    std::vector<float> next;
    for (const float part : parts) {
      const Exact both = two_sum(x, part);
      if (both.error != 0) { next.push_back(both.error); }
      x = both.sum;
    }
    next.push_back(x);
    parts = std::move(next);
  }
  if (trouble != 0) { return trouble; }
  // From the smallest up: the parts do not overlap.
  return std::accumulate(parts.begin(), parts.end(), 0.0F);
}

}  // namespace answer
