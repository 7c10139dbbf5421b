// attack: Leaves another rounding mode to whoever computes next.
// namespaces: pass
// container: pass
// layer: process
// success: said rounding mode kept
#include "answer.hpp"

#include <unistd.h>

#include <cfenv>
#include <cstddef>
#include <cstring>
#include <stdexcept>

namespace {

void say(const char* words) {
  if (write(1, words, std::strlen(words)) < 0) { _exit(2); }
}

void attack() {
  if (std::fegetround() == FE_UPWARD) { say("rounding mode kept"); }
  std::fesetround(FE_UPWARD);
}

}  // namespace

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.empty()) { throw std::invalid_argument("an empty row"); }
  float sum = 0.0F;
  for (const float e : exponentials) { sum += e; }
  attack();
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
