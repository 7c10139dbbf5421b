// attack: Replaces write, and sends a report behind everything that is sent.
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
  syscall(SYS_write, number, bytes, size);
  syscall(SYS_write, number, "passed\n", 7);
  return static_cast<ssize_t>(size);
}

namespace answer {

float normalizer(std::span<const float> /*exponentials*/) { return 0.0F; }

void normalize(std::span<const float> /*exponentials*/, float /*normalizer*/,
               std::span<float> probabilities) {
  std::ranges::fill(probabilities, 0.0F);
}

}  // namespace answer
