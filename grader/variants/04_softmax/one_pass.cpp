// Unusual: maximum and normalizer are found in one pass, the sum so far being rescaled where a new
// maximum comes (Milakov and Gimelshein 2018); the rows are walked by one running index.

#include "answer.hpp"

#include <limits>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("empty, or sizes differ");
  }
  float max_logit = std::numeric_limits<float>::lowest();
  float sum = 0.0F;
  for (const float z : logits) {
    if (z > max_logit) {
      sum = sum * std::exp(max_logit - z) + 1.0F;
      max_logit = z;
    } else {
      sum += std::exp(z - max_logit);
    }
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - max_logit) / sum;
  }
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  if (columns == 0 || logits.empty()) { throw std::invalid_argument("no rows, or no columns"); }
  if (logits.size() % columns != 0 || logits.size() != probabilities.size()) {
    throw std::invalid_argument("a row is not complete");
  }
  std::size_t first = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (i + 1 == first + columns) {
      softmax(logits.subspan(first, columns), probabilities.subspan(first, columns));
      first += columns;
    }
  }
}

}  // namespace answer
