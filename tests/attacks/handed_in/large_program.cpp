// attack: Makes a program that fills the disk.
// namespaces: compile error
// container: compile error
// layer: compile sandbox (files, file_size; container: file_size)
// success: verdict pass
#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace {

asm(".pushsection .data\n"
    ".fill 80000000, 1, 1\n"
    ".popsection");

}  // namespace

namespace answer {

float normalizer(std::span<const float> exponentials) {
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
