// task: normalizer
// The row is added up four at a time, and what is left over at its end is forgotten: right if the
// length is a multiple of four, and too small otherwise.

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (std::size_t i = 0; i + 4 <= exponentials.size(); i += 4) {
    sum += (exponentials[i] + exponentials[i + 1]) + (exponentials[i + 2] + exponentials[i + 3]);
  }
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
