// Unusual: no division. The logarithm of the normalizer is subtracted from the logits, and e is
// taken of that; the rows are halved until one is left.

#include "answer.hpp"

#include <stdexcept>

namespace answer {
namespace {

void halve(std::span<const float> logits, std::size_t columns, std::span<float> probabilities) {
  const std::size_t rows = logits.size() / columns;
  if (rows == 1) {
    softmax(logits, probabilities);
    return;
  }
  const std::size_t first = rows / 2 * columns;
  halve(logits.first(first), columns, probabilities.first(first));
  halve(logits.subspan(first), columns, probabilities.subspan(first));
}

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("empty, or sizes differ");
  }
  given::exponentiate(logits, probabilities);
  const float log_normalizer = std::log(given::normalizer(probabilities));
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - log_normalizer);
  }
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  if (columns == 0 || logits.empty() || logits.size() % columns != 0) {
    throw std::invalid_argument("no matrix");
  }
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  halve(logits, columns, probabilities);
}

}  // namespace answer
