// attack: Becomes a shell.
// namespaces: forbidden
// container: forbidden
// layer: sandbox (filter, files; container: filter)
// success: said the shell ran
#include "answer.hpp"

#include <unistd.h>

#include <cstddef>
#include <stdexcept>

namespace {

void attack() { execl("/bin/sh", "sh", "-c", "echo the shell ran", nullptr); }

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
