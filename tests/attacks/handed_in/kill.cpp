// attack: Kills another process: the judge, or a neighbour.
// namespaces: forbidden
// container: forbidden
// layer: sandbox (filter, processes; container: filter, user)
// success: victim ended
#include "answer.hpp"

#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <stdexcept>

namespace {

void attack() { kill(std::atoi("@victim@"), SIGKILL); }

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
