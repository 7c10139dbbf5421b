// attack: Exhausts the compiler's memory by a template.
// namespaces: compile error
// container: compile error
// layer: compile sandbox (memory, cpu)
// success: verdict pass
#include "answer.hpp"

#include <cstddef>
#include <stdexcept>
#include <utility>

namespace {

template <std::size_t... i>
constexpr std::size_t last(std::index_sequence<i...> /*all*/) {
  return sizeof...(i);
}
constexpr std::size_t many = last(std::make_index_sequence<700'000>());

}  // namespace

namespace answer {

float normalizer(std::span<const float> exponentials) {
  if (exponentials.size() == many) { return 0; }
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
