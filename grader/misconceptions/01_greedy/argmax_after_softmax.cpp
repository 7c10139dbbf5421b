// task: greedy
// The largest computed probability is taken and not the largest logit. Logits that differ may have
// equal probabilities, because each stage rounds; then the first wins, though its logit is smaller.
// thread: vllm-project/vllm#13312

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

/// Refuses what the contract refuses.
void look_at(std::span<const float> logits) {
  bool masked = true;
  for (const float z : logits) {
    if (std::isnan(z)) { throw std::invalid_argument("a logit is NaN"); }
    masked = masked && std::isinf(z) && z < 0.0F;
  }
  if (masked) { throw std::invalid_argument("an empty row, or all masked"); }
}

}  // namespace

std::size_t greedy(std::span<const float> logits) {
  look_at(logits);
  const float largest = std::ranges::max(logits);
  std::vector<float> shares;
  float sum = 0.0F;
  for (const float z : logits) {
    shares.push_back(z == largest ? 1.0F : std::exp(z - largest));
    sum += shares.back();
  }
  for (float& share : shares) { share /= sum; }
  std::size_t best = 0;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (shares[i] > shares[best]) { best = i; }
  }
  return best;
}

double relative_odds(std::span<const float> logits, std::size_t i, std::size_t j) {
  if (i >= logits.size() || j >= logits.size()) { throw std::invalid_argument("no such token"); }
  if (std::isinf(logits[i]) && std::isinf(logits[j])) {
    throw std::invalid_argument("both masked");
  }
  return std::exp(static_cast<double>(logits[i]) - static_cast<double>(logits[j]));
}

}  // namespace answer
