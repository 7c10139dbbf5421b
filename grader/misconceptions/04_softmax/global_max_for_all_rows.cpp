// task: softmax_rows
// The largest logit of the whole matrix is subtracted from every row. A row far below it has only
// zeros left as exponentials, and 0/0 is NaN.
// thread: keras-team/keras#9606

#include "answer.hpp"

#include <algorithm>
#include <cmath>
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
  const float largest = std::ranges::max(logits);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - largest);
  }
  for (std::size_t first = 0; first < logits.size(); first += columns) {
    const std::span<float> row = probabilities.subspan(first, columns);
    given::normalize(row, given::normalizer(row), row);
  }
}

}  // namespace answer
