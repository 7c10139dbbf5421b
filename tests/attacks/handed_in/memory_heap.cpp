// attack: Takes all memory, and uses it.
// namespaces: memory
// container: memory
// layer: sandbox (memory)
// success: verdict pass
#include "answer.hpp"

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace {

void attack() {
  constexpr std::size_t piece = 8U << 20U;
  for (int i = 0; i < 12; ++i) { std::memset(std::malloc(piece), 1, piece); }
}

}  // namespace

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.size() == 1) { attack(); }
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
