// Unusual: the largest of a row is the larger of those of its halves, and it is looked for from the
// right; the odds are one over the odds the other way round where those are above one.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {
namespace {

/// The first index of the largest logit in [first, last).
std::size_t winner(std::span<const float> logits, std::size_t first, std::size_t last) {
  if (std::isnan(logits[first])) { throw std::invalid_argument("NaN"); }
  if (last - first == 1) { return first; }
  const std::size_t middle = first + (last - first) / 2;
  const std::size_t right = winner(logits, middle, last);
  const std::size_t left = winner(logits, first, middle);
  return logits[right] <= logits[left] ? left : right;
}

}  // namespace

std::size_t greedy(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("empty"); }
  const std::size_t best = winner(logits, 0, logits.size());
  if (logits[best] < std::numeric_limits<float>::lowest()) {
    throw std::invalid_argument("all masked");
  }
  return best;
}

double relative_odds(std::span<const float> logits, std::size_t i, std::size_t j) {
  if (i >= logits.size() || j >= logits.size()) { throw std::invalid_argument("no such token"); }
  const double difference = static_cast<double>(logits[i]) - static_cast<double>(logits[j]);
  if (std::isnan(difference)) { throw std::invalid_argument("both masked"); }
  // Not for odds so large that their reciprocal is subnormal.
  if (difference > 0.0 && difference < 700.0) { return 1.0 / std::exp(-difference); }
  return std::exp(difference);
}

}  // namespace answer
