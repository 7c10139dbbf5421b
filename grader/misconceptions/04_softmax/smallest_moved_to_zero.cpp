// task: softmax
// The smallest logit is subtracted from all, to make them positive, and the differences are divided
// by their sum. The least likely token gets nothing, and the shares follow the logits, not their
// exponentials.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty()) { throw std::invalid_argument("an empty row"); }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  float smallest = std::numeric_limits<float>::max();
  for (const float z : logits) {
    if (std::isfinite(z)) { smallest = std::min(smallest, z); }
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::isfinite(logits[i]) ? logits[i] - smallest : 0.0F;
  }
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
