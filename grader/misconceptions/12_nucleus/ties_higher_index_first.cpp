// task: top_k
// Of a tie the higher index comes first, and at the cut the wrong one stays. A row that is sorted
// upwards and read backwards has its equal logits turned around too, and so have pairs of logit and
// index that are sorted downwards.

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

std::vector<std::size_t> largest_first(std::span<const float> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  return order;
}

void check_logits(std::span<const float> logits, std::size_t k) {
  bool possible = false;
  for (const float z : logits) {
    if (std::isnan(z)) { throw std::invalid_argument("NaN"); }
    possible = possible || z != mask;
  }
  if (!possible || k == 0) { throw std::invalid_argument("no token"); }
}

void check_probabilities(std::span<const float> probabilities, float p) {
  bool possible = false;
  for (const float share : probabilities) {
    if (!(share >= 0.0F) || std::isinf(share)) { throw std::invalid_argument("no probability"); }
    possible = possible || share > 0.0F;
  }
  if (!possible || !(p >= 0.0F && p <= 1.0F)) { throw std::invalid_argument("no token"); }
}

}  // namespace

std::size_t top_k(std::span<const float> logits, std::size_t k, std::span<std::size_t> kept) {
  check_logits(logits, k);
  std::vector<std::size_t> order(logits.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return logits[a] < logits[b]; });
  std::reverse(order.begin(), order.end());
  std::size_t count = 0;
  while (count < std::min(k, order.size()) && logits[order[count]] != mask) {
    kept[count] = order[count];
    ++count;
  }
  return count;
}

std::size_t top_p(std::span<const float> probabilities, float p, std::span<std::size_t> kept) {
  check_probabilities(probabilities, p);
  const std::vector<std::size_t> order = largest_first(probabilities);
  std::size_t count = 0;
  float sum = 0.0F;
  while (count < order.size() && probabilities[order[count]] > 0.0F && (count == 0 || sum < p)) {
    kept[count] = order[count];
    sum += probabilities[order[count]];
    ++count;
  }
  return count;
}

}  // namespace answer
