// attack: Exhausts the compiler's memory by a constant expression.
// namespaces: compile error
// container: compile error
// layer: compile sandbox (memory, cpu)
// success: verdict pass
#include "answer.hpp"

#include <array>
#include <cstddef>
#include <stdexcept>

namespace {

constexpr std::size_t size = std::size_t{1} << 18U;
constexpr std::size_t row(std::size_t start) {
  std::array<std::size_t, size> many{};
  for (std::size_t i = 0; i < size - 1; ++i) { many[i] = i * start; }
  return many[start];
}
constexpr std::size_t sum = row(1);

}  // namespace

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.size() == size + sum) { return 0; }
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
