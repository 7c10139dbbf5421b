// Unusual: all is computed in double, with a reduction that may add in any order, and the matrix is
// walked down its columns, with one sum for each row kept beside it.

#include "answer.hpp"

#include <functional>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

double exponential(float z) { return std::exp(static_cast<double>(z)); }

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("empty, or sizes differ");
  }
  const double sum =
      std::transform_reduce(logits.begin(), logits.end(), 0.0, std::plus<>{}, exponential);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = static_cast<float>(exponential(logits[i]) / sum);
  }
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  if (columns == 0 || logits.empty() || logits.size() % columns != 0 ||
      logits.size() != probabilities.size()) {
    throw std::invalid_argument("no matrix");
  }
  std::vector<double> sums(logits.size() / columns);
  for (std::size_t column = 0; column < columns; ++column) {
    for (std::size_t row = 0; row < sums.size(); ++row) {
      sums[row] += exponential(logits[row * columns + column]);
    }
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = static_cast<float>(exponential(logits[i]) / sums[i / columns]);
  }
}

}  // namespace answer
