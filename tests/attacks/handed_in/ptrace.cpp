// attack: Takes hold of another process.
// namespaces: forbidden
// container: forbidden
// layer: sandbox (filter, processes, user; container: filter, user)
// success: said taken
#include "answer.hpp"

#include <sys/ptrace.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace {

void say(const char* words) {
  if (write(1, words, std::strlen(words)) < 0) { _exit(2); }
}

void attack() {
  if (ptrace(PTRACE_SEIZE, std::atoi("@victim@"), nullptr, nullptr) == 0) { say("taken"); }
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
