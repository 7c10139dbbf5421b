// attack: Starts threads (of the bomb only ten).
// namespaces: forbidden
// container: forbidden
// layer: sandbox (filter)
// success: said ten threads
#include "answer.hpp"

#include <pthread.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <stdexcept>

namespace {

void say(const char* words) {
  if (write(1, words, std::strlen(words)) < 0) { _exit(2); }
}

void* nothing(void* argument) { return argument; }

void attack() {
  pthread_attr_t small{};
  pthread_attr_init(&small);
  pthread_attr_setstacksize(&small, 65536);
  int threads = 0;
  for (int i = 0; i < 10; ++i) {
    pthread_t thread{};
    if (pthread_create(&thread, &small, nothing, nullptr) != 0) { continue; }
    pthread_join(thread, nullptr);
    ++threads;
  }
  if (threads == 10) { say("ten threads"); }
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
