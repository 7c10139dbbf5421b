// task: softmax
// A masked logit becomes 0, as if it had been multiplied by 0, and e to the 0 is 1: the forbidden
// token gets a share, a large one where the other logits are negative.
// thread: georg-wolflein/good-features#1

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::isinf(logits[i]) ? 0.0F : logits[i];
  }
  given::exponentiate(probabilities, probabilities);
  given::normalize(probabilities, given::normalizer(probabilities), probabilities);
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  if (columns == 0 || logits.empty() || logits.size() % columns != 0) {
    throw std::invalid_argument("no rows of so many columns");
  }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t first = 0; first < logits.size(); first += columns) {
    const std::span<float> row = probabilities.subspan(first, columns);
    given::exponentiate(logits.subspan(first, columns), row);
    given::normalize(row, given::normalizer(row), row);
  }
}

}  // namespace answer
