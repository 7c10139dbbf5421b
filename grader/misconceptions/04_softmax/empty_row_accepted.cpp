// task: softmax
// An empty row is accepted, and nothing is written. There is no whole to have a share of: the
// contract has it refused.

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
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
  for (std::size_t first = 0; first < logits.size(); first += columns) {
    const std::span<float> row = probabilities.subspan(first, columns);
    given::exponentiate(logits.subspan(first, columns), row);
    given::normalize(row, given::normalizer(row), row);
  }
}

}  // namespace answer
