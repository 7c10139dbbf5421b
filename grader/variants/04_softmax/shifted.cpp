// Unusual: the maximum is subtracted though nothing can overflow, and the rows are taken from the
// last to the first. The subtraction rounds, which the error in the contract has room for.

#include "answer.hpp"

#include <algorithm>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("empty, or sizes differ");
  }
  const float max_logit = std::ranges::max(logits);
  std::ranges::transform(logits, probabilities.begin(),
                         [max_logit](float z) { return std::exp(z - max_logit); });
  given::normalize(probabilities, given::normalizer(probabilities), probabilities);
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  const bool whole = columns > 0 && !logits.empty() && logits.size() % columns == 0;
  if (!whole || logits.size() != probabilities.size()) {
    throw std::invalid_argument("no matrix of so many columns");
  }
  for (std::size_t row = logits.size() / columns; row-- > 0;) {
    softmax(logits.subspan(row * columns, columns), probabilities.subspan(row * columns, columns));
  }
}

}  // namespace answer
