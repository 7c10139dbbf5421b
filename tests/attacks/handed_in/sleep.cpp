// attack: Sleeps, which costs no CPU time.
// namespaces: time-out
// container: time-out
// layer: sandbox (wall)
// success: verdict pass
#include "answer.hpp"

#include <cstddef>
#include <ctime>
#include <stdexcept>

namespace {

void attack() {
  const timespec length{2, 500'000'000};
  nanosleep(&length, nullptr);
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
