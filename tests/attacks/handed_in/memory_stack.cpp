// attack: Calls itself until the stack is full, and further.
// namespaces: crash
// container: crash
// layer: sandbox (memory)
// success: verdict pass
#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace {

int deep(int level) {
  volatile char frame[4096];
  frame[0] = static_cast<char>(level);
  return level == 0 ? 0 : deep(level - 1) + frame[0];
}

void attack() {
  if (deep(6000) == 1) { throw std::invalid_argument("never"); }
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
