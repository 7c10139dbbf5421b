// Unusual: a queue that gives the likeliest next, so that only what is kept is ever ordered; and a
// sum in double.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <queue>
#include <stdexcept>
#include <utility>
#include <vector>

namespace answer {
namespace {

using Token = std::pair<float, std::size_t>;

struct Later {
  bool operator()(const Token& a, const Token& b) const {
    return a.first < b.first || (a.first == b.first && a.second > b.second);
  }
};

using Queue = std::priority_queue<Token, std::vector<Token>, Later>;

/// The tokens above `floor`.
Queue queue_of(std::span<const float> values, float floor) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::isnan(values[i])) { throw std::invalid_argument("NaN"); }
    if (values[i] > floor) { tokens.emplace_back(values[i], i); }
  }
  if (tokens.empty()) { throw std::invalid_argument("no token is possible"); }
  return Queue(Later{}, std::move(tokens));
}

}  // namespace

std::size_t top_k(std::span<const float> logits, std::size_t k, std::span<std::size_t> kept) {
  if (k == 0) { throw std::invalid_argument("k is 0"); }
  Queue queue = queue_of(logits, -std::numeric_limits<float>::infinity());
  std::size_t count = 0;
  for (; count < k && !queue.empty(); queue.pop()) { kept[count++] = queue.top().second; }
  return count;
}

std::size_t top_p(std::span<const float> probabilities, float p, std::span<std::size_t> kept) {
  const bool in_range = p >= 0.0F && p <= 1.0F;
  for (const float share : probabilities) {
    if (!in_range || share < 0.0F || std::isinf(share)) {
      throw std::invalid_argument("not from 0 to 1");
    }
  }
  if (!in_range) { throw std::invalid_argument("p is not from 0 to 1"); }
  Queue queue = queue_of(probabilities, 0.0F);
  std::size_t count = 0;
  double missing = static_cast<double>(p);
  while (!queue.empty() && (count == 0 || missing > 0.0)) {
    missing -= static_cast<double>(queue.top().first);
    kept[count++] = queue.top().second;
    queue.pop();
  }
  return count;
}

}  // namespace answer
