// task: normalizer
// What comes out is the mean: the sum is divided by the length of the row. Divided by a mean, the
// shares add up to that length and not to one.

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum / static_cast<float>(exponentials.size());
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
