// task: softmax
// It looks for the maximum in whole vectors of four only. Any shift gives the right shares until a
// logit of the tail is far above it: then its exponential overflows.

#include "answer.hpp"

#include <algorithm>
#include <array>
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

float maximum_of_vectors(std::span<const float> logits) {
  const std::size_t whole = logits.size() < 4 ? logits.size() : logits.size() - logits.size() % 4;
  return *std::max_element(logits.begin(), logits.begin() + static_cast<std::ptrdiff_t>(whole));
}

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  check(logits, probabilities);
  const float largest = maximum_of_vectors(logits);
  if (*std::max_element(logits.begin(), logits.end()) == mask) {
    return std::fill(probabilities.begin(), probabilities.end(), 0.0F);
  }
  std::array<float, 8> sums{};
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = std::exp(logits[i] - largest);
    sums[i % 8] += probabilities[i];
  }
  const float sum = std::accumulate(sums.begin(), sums.end(), 0.0F);
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
