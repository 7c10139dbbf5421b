// attack: Lets the assembler put the solution into the program, and prints it.
// namespaces: compile error
// container: compile error
// layer: compile sandbox (files; container: user)
// success: said an empty row has no normalizer
#include "answer.hpp"

#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <stdexcept>

namespace {

void say(const char* words) {
  if (write(1, words, std::strlen(words)) < 0) { _exit(2); }
}

extern "C" const char stolen[];
asm(".pushsection .rodata\n"
    "stolen: .incbin \"@root@/solutions/03_normalize/answer.cpp\"\n"
    ".byte 0\n"
    ".popsection");

void attack() { say(stolen); }

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
