// task: softmax
// Its own exponential splits the exponent into a whole number and a rest, and of -inf the rest is
// -inf - -inf. A mask, whose exponential is 0, becomes NaN, and with the sum the whole row.
// thread: vllm-project/vllm#40428

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

float split_exp(float x) {
  if (x < -1000.0F && x != mask) { return 0.0F; }
  const double whole = std::floor(static_cast<double>(x) * 1.4426950408889634);
  const double rest = static_cast<double>(x) - whole * 0.6931471805599453;
  return static_cast<float>(std::exp2(whole) * std::exp(rest));
}

}  // namespace

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  check(logits, probabilities);
  const float largest = *std::max_element(logits.begin(), logits.end());
  if (largest == mask) { return std::fill(probabilities.begin(), probabilities.end(), 0.0F); }
  std::array<float, 8> sums{};
  for (std::size_t i = 0; i < logits.size(); ++i) {
    probabilities[i] = split_exp(logits[i] - largest);
    sums[i % 8] += probabilities[i];
  }
  const float sum = std::accumulate(sums.begin(), sums.end(), 0.0F);
  for (float& p : probabilities) { p /= sum; }
}

}  // namespace answer
