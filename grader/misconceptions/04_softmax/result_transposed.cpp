// task: softmax_rows
// The shares are right, but written column after column. The share of row r and column c belongs
// where its logit stands.

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>
#include <vector>

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
  const std::size_t rows = logits.size() / columns;
  std::vector<float> row(columns);
  for (std::size_t r = 0; r < rows; ++r) {
    softmax(logits.subspan(r * columns, columns), row);
    for (std::size_t c = 0; c < columns; ++c) { probabilities[c * rows + r] = row[c]; }
  }
}

}  // namespace answer
