// task: normalizer
// Only the first half of the row arrives in the sum: the partial sum of the second half is lost
// before the two are added. A partial result may be read only when it is there.
// thread: JustVugg/colibri#1098

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  const std::size_t half = (exponentials.size() + 1) / 2;
  float sum = 0.0F;
  for (const float e : exponentials.first(half)) { sum += e; }
  return sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
