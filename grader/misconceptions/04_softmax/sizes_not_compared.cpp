// task: softmax
// Sizes that differ are accepted, and only as much of the row as there is room for is looked at:
// the sum is then that of a part.

#include "answer.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  const std::size_t n = std::min(logits.size(), probabilities.size());
  given::exponentiate(logits.first(n), probabilities);
  const float sum = given::normalizer(probabilities.first(n));
  given::normalize(probabilities.first(n), sum, probabilities);
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
