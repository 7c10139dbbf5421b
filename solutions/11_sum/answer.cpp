// A sum that keeps what each addition loses.
#include "answer.hpp"

#include <cmath>
#include <stdexcept>
#include <utility>

namespace answer {
namespace {

// Dekker's: of two floats, what their rounded sum has lost. With |a| >= |b| both differences are
// exact: sum - a is what has arrived of b, and b less that is what has not. (With -ffast-math a
// compiler would "simplify" it to 0.)
float lost(float a, float b, float sum) {
  if (std::abs(a) < std::abs(b)) { std::swap(a, b); }
  return b - (sum - a);
}

}  // namespace

float rounding_error(float a, float b) {
  if (!std::isfinite(a) || !std::isfinite(b)) { throw std::invalid_argument("not finite"); }
  return lost(a, b, a + b);
}

float accurate_sum(std::span<const float> values) {
  float sum = 0;
  float correction = 0;
  for (const float x : values) {
    const float next = sum + x;
    // The losses are added up beside the sum, not into it: there they would be lost again.
    correction += lost(sum, x, next);
    sum = next;
  }
  // An infinity or NaN among the values has made the correction NaN, and there is nothing to mend.
  return std::isfinite(sum) ? sum + correction : sum;
}

}  // namespace answer
