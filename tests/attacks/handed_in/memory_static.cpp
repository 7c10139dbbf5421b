// attack: Has a variable that is larger than the memory.
// namespaces: crash
// container: crash
// layer: sandbox (memory)
// success: verdict pass
#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace {

volatile char much[std::size_t{96} << 20U];

}  // namespace

namespace answer {

float normalizer(std::span<const float> exponentials) {
  much[exponentials.size()] = 1;
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  return sum;
}

void normalize(std::span<const float> exponentials, float normalizer,
               std::span<float> probabilities) {
  if (exponentials.size() != probabilities.size()) { throw std::invalid_argument("two sizes"); }
  for (std::size_t i = 0; i < exponentials.size(); ++i) {
    probabilities[i] = exponentials[i] / normalizer;
  }
}

}  // namespace answer
