// attack: Prints without end on standard output.
// namespaces: output limit
// container: output limit
// layer: sandbox (output)
// success: verdict pass
#include "answer.hpp"

#include <unistd.h>

#include <cstddef>
#include <stdexcept>
#include <string>

namespace {

void attack() {
  const std::string piece(1U << 20U, 'x');
  for (int i = 0; i < 20; ++i) {
    if (write(1, piece.data(), piece.size()) < 0) { _exit(2); }
  }
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
