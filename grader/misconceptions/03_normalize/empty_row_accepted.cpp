// task: normalizer
// An empty row gets a sum of zero. No share can be made of it, so the contract has it refused by an
// exception.

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
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
