// attack: Keeps the compiler busy with a constant expression.
// namespaces: compile error
// container: compile error
// layer: compile sandbox (cpu)
// success: verdict pass
#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace {

template <std::size_t start>
constexpr std::size_t slow() {
  std::size_t sum = start;
  for (std::size_t i = 0; i < 1300; ++i) {
    for (std::size_t k = 0; k < 1000; ++k) { sum = sum * 7 + k; }
  }
  return sum;
}
constexpr std::size_t number = slow<1>();

}  // namespace

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.size() == number) { return 0; }
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
