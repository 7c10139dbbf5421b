// attack: Prints the environment, the names of the arguments and all that it was started with.
// namespaces: pass
// container: pass
// layer: process
// success: said softmax-secret
#include "answer.hpp"

#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <stdexcept>

namespace {

void say(const char* words) {
  if (write(1, words, std::strlen(words)) < 0) { _exit(2); }
}

void attack() {
  for (char** line = environ; line != nullptr && *line != nullptr; ++line) { say(*line); }
}

}  // namespace

namespace answer {

float normalizer(std::span<const float> exponentials) {
  attack();
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
