// attack: Computes for ever, and ignores every signal that asks it to end.
// namespaces: time-out
// container: time-out
// layer: sandbox (cpu, wall)
// success: verdict pass
#include "answer.hpp"

#include <csignal>
#include <cstddef>
#include <ctime>
#include <stdexcept>

namespace {

/// Longer than it may, and not for ever, so that it can be seen to succeed.
void attack() {
  for (const int number : {SIGTERM, SIGXCPU, SIGINT, SIGHUP}) { std::signal(number, SIG_IGN); }
  timespec used{};
  while (used.tv_sec < 1) { clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used); }
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
