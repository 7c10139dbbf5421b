// Unusual: gathers the logits that play a part into a row of its own, sorts it from the smallest
// up, sums in that order, multiplies by the reciprocal of the sum, and scatters.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace answer {

namespace {
std::vector<std::size_t> players(std::span<const float> logits, std::span<const bool> masked) {
  if (logits.size() != masked.size()) { throw std::invalid_argument("sizes differ"); }
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (masked[i]) { continue; }
    if (std::isnan(logits[i]) || logits[i] > std::numeric_limits<float>::max()) {
      throw std::invalid_argument("a logit is no number");
    }
    if (std::isfinite(logits[i])) { places.push_back(i); }
  }
  std::ranges::sort(places, [&](std::size_t a, std::size_t b) { return logits[a] < logits[b]; });
  return places;
}
}  // namespace

float max_logit(std::span<const float> logits, std::span<const bool> masked) {
  const std::vector<std::size_t> places = players(logits, masked);
  return places.empty() ? -std::numeric_limits<float>::infinity() : logits[places.back()];
}

void softmax(std::span<const float> logits, std::span<const bool> masked,
             std::span<float> probabilities) {
  if (logits.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  const std::vector<std::size_t> places = players(logits, masked);
  std::ranges::fill(probabilities, 0.0F);
  float sum = 0;
  for (const std::size_t i : places) {
    probabilities[i] = std::exp(logits[i] - logits[places.back()]);
    sum += probabilities[i];
  }
  const float reciprocal = 1 / sum;
  for (const std::size_t i : places) { probabilities[i] *= reciprocal; }
}

}  // namespace answer
