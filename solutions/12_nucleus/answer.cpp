// Exercise 12: top-k and top-p.

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

/// The indices of a row, those of the largest values first.
std::vector<std::size_t> largest_first(std::span<const float> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Without the second line equal values may come in any order: in that of their indices on short
  // rows, as it happens, and not on long ones.
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (values[a] != values[b]) { return values[a] > values[b]; }
    return a < b;
  });
  return order;
}

void check_logits(std::span<const float> logits) {
  if (logits.empty()) { throw std::invalid_argument("no tokens to choose from"); }
  // NaN is neither above nor below anything: a sort of a row that holds one means nothing.
  if (std::any_of(logits.begin(), logits.end(), [](float z) { return std::isnan(z); })) {
    throw std::invalid_argument("a logit is NaN");
  }
  if (std::all_of(logits.begin(), logits.end(), [](float z) { return z == mask; })) {
    throw std::invalid_argument("every token is masked");
  }
}

void check_probabilities(std::span<const float> probabilities) {
  bool possible = false;
  for (const float p : probabilities) {
    // Written so that NaN, of which every comparison is false, is refused as well.
    if (!(p >= 0.0F) || std::isinf(p)) { throw std::invalid_argument("not a probability"); }
    possible = possible || p > 0.0F;
  }
  if (!possible) { throw std::invalid_argument("no token is possible"); }
}

}  // namespace

std::size_t top_k(std::span<const float> logits, std::size_t k, std::span<std::size_t> kept) {
  check_logits(logits);
  if (k == 0) { throw std::invalid_argument("k is 0: at least one token is kept"); }
  const std::vector<std::size_t> order = largest_first(logits);
  std::size_t count = 0;
  // -inf is below every other logit: the first masked token in this order ends the row.
  while (count < order.size() && count < k && logits[order[count]] != mask) {
    kept[count] = order[count];
    ++count;
  }
  return count;
}

std::size_t top_p(std::span<const float> probabilities, float p, std::span<std::size_t> kept) {
  check_probabilities(probabilities);
  if (!(p >= 0.0F && p <= 1.0F)) { throw std::invalid_argument("p must be from 0 to 1"); }
  const std::vector<std::size_t> order = largest_first(probabilities);
  // The likeliest is kept whatever p is, so that there is always a token to draw. It is above 0,
  // for one of the row is.
  std::size_t count = 1;
  kept[0] = order[0];
  float sum = probabilities[order[0]];
  // `sum` is that of the tokens before the next one. While it is below p the next is still needed;
  // once it has reached p, exactly or not, no more are. The comparison is with the sum before the
  // token: with the sum after it, the token that crosses p would be lost.
  while (count < order.size() && probabilities[order[count]] > 0.0F && sum < p) {
    kept[count] = order[count];
    sum += probabilities[order[count]];
    ++count;
  }
  return count;
}

}  // namespace answer
