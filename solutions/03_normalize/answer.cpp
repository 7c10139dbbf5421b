#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row has no normalizer"); }
  // One after the other: each of the n - 1 additions loses half a step at most, and as no addend
  // is negative no loss grows by cancellation. A row that stands in one long line is added up in
  // few instructions so; lesson 8 has orders that lose less.
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  // Before the first write: whoever mixed up two rows should find neither of them changed.
  if (exponentials.size() != probabilities.size()) {
    throw std::invalid_argument("exponentials and probabilities differ in size");
  }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    // A quotient, rounded once. No guard against 0/0: NaN is what a reader of the shares must see.
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
