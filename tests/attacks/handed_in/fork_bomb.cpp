// attack: Starts processes (of the bomb only ten).
// namespaces: forbidden
// container: forbidden
// layer: sandbox (filter)
// success: said ten children
#include "answer.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <stdexcept>

namespace {

void say(const char* words) {
  if (write(1, words, std::strlen(words)) < 0) { _exit(2); }
}

void attack() {
  int children = 0;
  for (int i = 0; i < 10; ++i) {
    const pid_t child = fork();
    if (child == 0) { _exit(0); }
    if (child > 0 && waitpid(child, nullptr, 0) == child) { ++children; }
  }
  if (children == 10) { say("ten children"); }
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
