// Unusual: what each addition loses is collected and added at the end (Neumaier), and the
// division is one call of a standard algorithm.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  float lost = 0.0F;
  for (const float e : exponentials) {
    const float next = sum + e;
    lost += sum < e ? (e - next) + sum : (sum - next) + e;
    sum = next;
  }
  // Of an infinite sum the losses are NaN, and the sum is what counts.
  return std::isfinite(sum) ? sum + lost : sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  std::transform(exponentials.begin(), exponentials.end(), probabilities.begin(),
                 [normalizer](float e) { return e / normalizer; });
}

}  // namespace answer
