// task: softmax_rows
// The sums run down the columns: each column adds up to one, and no row does. The numbers of a row
// compete with one another, not with those above and below.
// thread: labmlai/annotated_deep_learning_paper_implementations#146

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
  given::exponentiate(logits, probabilities);
  for (std::size_t column = 0; column < columns; ++column) {
    float sum = 0.0F;
    for (std::size_t i = column; i < logits.size(); i += columns) { sum += probabilities[i]; }
    for (std::size_t i = column; i < logits.size(); i += columns) { probabilities[i] /= sum; }
  }
}

}  // namespace answer
