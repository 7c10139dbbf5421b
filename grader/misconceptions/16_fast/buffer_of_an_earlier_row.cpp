// task: softmax
// The exponentials are kept in a static buffer that only grows, and it is summed whole. What an
// earlier, longer row left behind counts in every later one.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <vector>

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
  const float largest = std::ranges::max(logits);
  if (largest == mask) { return std::fill(probabilities.begin(), probabilities.end(), 0.0F); }
  static std::vector<double> exponentials;
  if (exponentials.size() < logits.size()) { exponentials.resize(logits.size()); }
  std::ranges::transform(logits, exponentials.begin(),
                         [largest](float z) { return std::exp(z - largest); });
  const double sum = std::accumulate(exponentials.begin(), exponentials.end(), 0.0);
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = static_cast<float>(exponentials[i] / sum);
  }
}

}  // namespace answer
