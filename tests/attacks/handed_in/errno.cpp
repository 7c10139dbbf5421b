// attack: Leaves an error to whoever looks for one next.
// namespaces: pass
// container: pass
// layer: process
// success: said errno kept
#include "answer.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <stdexcept>

namespace {

void say(const char* words) {
  if (write(1, words, std::strlen(words)) < 0) { _exit(2); }
}

void attack() {
  if (errno == ERANGE) { say("errno kept"); }
  errno = ERANGE;
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
