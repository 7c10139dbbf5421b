// task: softmax
// It goes through the row in blocks of 1024 and brings the sum so far to each new maximum. Where
// the first block is all masked both are -inf, and -inf - -inf is NaN, in the sum from then on.
// thread: flashinfer-ai/flashinfer#4051

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
  for (const float z : logits) {
    if (std::isnan(z) || z == -mask) { throw std::invalid_argument("no logit"); }
  }
}

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  check(logits, probabilities);
  float largest = mask;
  double sum = 0.0;
  for (std::size_t first = 0; first < logits.size(); first += 1024) {
    const auto block = logits.subspan(first, std::min<std::size_t>(1024, logits.size() - first));
    const float m = std::max(largest, std::ranges::max(block));
    double part = 0.0;
    for (const float z : block) { part += std::exp(z - m); }
    sum = (sum == 0.0 ? 0.0 : sum * std::exp(largest - m)) + part;
    largest = m;
  }
  if (largest == mask) { return std::fill(probabilities.begin(), probabilities.end(), 0.0F); }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = static_cast<float>(std::exp(logits[i] - largest) / sum);
  }
}

}  // namespace answer
