// attack: Takes the questions off the judge's line, and waits for more.
// namespaces: time-out
// container: time-out
// layer: sandbox (wall)
// success: said waited
#include "answer.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <ctime>
#include <stdexcept>

namespace {

void say(const char* words) {
  if (write(1, words, std::strlen(words)) < 0) { _exit(2); }
}

void attack() {
  std::array<char, 4096> bytes{};
  const std::time_t start = std::time(nullptr);
  while (std::time(nullptr) < start + 3) {
    pollfd input{0, POLLIN, 0};
    if (poll(&input, 1, 100) > 0 && read(0, bytes.data(), bytes.size()) < 0) { _exit(2); }
  }
  say("waited");
  _exit(0);
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
