// Unusual: by recursion over halves, each of which gives its sum and what it has lost; trouble is
// told by the plain sum.

#include "answer.hpp"

#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace answer {

namespace {
using Pair = std::pair<float, float>;  // a sum, and what it lacks

Pair add(Pair a, Pair b) {
  const float sum = a.first + b.first;
  const bool swapped = std::abs(a.first) < std::abs(b.first);
  const float large = swapped ? b.first : a.first;
  const float small = swapped ? a.first : b.first;
  return {sum, a.second + b.second + ((large - sum) + small)};
}

Pair total(std::span<const float> values) {
  if (values.size() <= 1) { return {values.empty() ? 0.0F : values.front(), 0.0F}; }
  const std::size_t half = (values.size() + 1) / 2;
  return add(total(values.first(half)), total(values.subspan(half)));
}
}  // namespace

float rounding_error(float a, float b) {
  for (const float x : {a, b}) {
    if (std::isnan(x) || std::isinf(x)) { throw std::invalid_argument("not finite"); }
  }
  return add({a, 0.0F}, {b, 0.0F}).second;
}

float accurate_sum(std::span<const float> values) {
  const float plain = std::accumulate(values.begin(), values.end(), 0.0F);
  if (std::isnan(plain) || std::isinf(plain)) { return plain; }
  const Pair all = total(values);
  return all.first + all.second;
}

}  // namespace answer
