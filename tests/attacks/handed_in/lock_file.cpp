// attack: Leaves a lock, for which the next run would wait.
// namespaces: forbidden
// container: forbidden
// layer: sandbox (filter, files, file_size; container: filter, file_size)
// success: left /tmp/@name@.lock
#include "answer.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstddef>
#include <stdexcept>

namespace {

void attack() {
  const int file = open("/tmp/@name@.lock", O_WRONLY | O_CREAT, 0600);
  if (file < 0 || flock(file, LOCK_EX) != 0 || write(file, "mine", 4) < 0) { _exit(2); }
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
