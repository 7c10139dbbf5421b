// attack: Replaces write, and keeps a part of every response to itself.
// namespaces: wrong
// container: wrong
// layer: process
// success: passed
#include "answer.hpp"

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>

extern "C" ssize_t write(int number, const void* bytes, std::size_t size) {
  const std::size_t less = size - 1;
  if (number == 1) { syscall(SYS_write, 1, "passed\n", 7); }
  syscall(SYS_write, number, bytes, less);
  return static_cast<ssize_t>(size);
}

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) { return 0.0F; }

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
