// task: normalizer
// The row is padded with zeros to a multiple of four, and the padding is exponentiated as if it
// were logits: each empty lane adds e to the zero, which is one. Only tokens may count.
// thread: tensorflow/tensorflow#108244

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  const std::size_t padding = (4 - exponentials.size() % 4) % 4;
  return sum + static_cast<float>(padding);
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
