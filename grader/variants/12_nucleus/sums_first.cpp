// Unusual: all running sums are made first, and the place of p in them is found by a binary search.
// Above it, a sort that is not stable, with the index as second key.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <tuple>
#include <vector>

namespace answer {
namespace {

std::vector<std::size_t> ordered(std::span<const float> values, float floor) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) { throw std::invalid_argument("NaN"); }
    if (values[i] > floor) { order.push_back(i); }
  }
  if (order.empty()) { throw std::invalid_argument("no token is possible"); }
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(-values[a], a) < std::tuple(-values[b], b);
  });
  return order;
}

}  // namespace

std::size_t top_k(std::span<const float> logits, std::size_t k, std::span<std::size_t> kept) {
  if (k == 0) { throw std::invalid_argument("k is 0"); }
  std::vector<std::size_t> order = ordered(logits, -std::numeric_limits<float>::infinity());
  order.resize(std::min(k, order.size()));
  std::copy(order.begin(), order.end(), kept.begin());
  return order.size();
}

std::size_t top_p(std::span<const float> probabilities, float p, std::span<std::size_t> kept) {
  if (!(p >= 0.0F) || p > 1.0F || std::ranges::any_of(probabilities, [](float share) {
        return share < 0.0F || share > std::numeric_limits<float>::max();
      })) {
    throw std::invalid_argument("not from 0 to 1");
  }
  std::vector<std::size_t> order = ordered(probabilities, 0.0F);
  std::vector<float> sums;
  for (const std::size_t i : order) {
    sums.push_back((sums.empty() ? 0.0F : sums.back()) + probabilities[i]);
  }
  const auto reached = std::lower_bound(sums.begin(), sums.end(), p) - sums.begin();
  order.resize(std::min(order.size(), static_cast<std::size_t>(reached) + 1));
  std::copy(order.begin(), order.end(), kept.begin());
  return order.size();
}

}  // namespace answer
