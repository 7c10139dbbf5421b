// Unusual: all indices are sorted, by logit and then by index, and the first is taken; the odds are
// the quotient of two exponentials after all, but of the logits less the larger one, in long
// double.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace answer {

std::size_t greedy(std::span<const float> logits) {
  std::vector<std::size_t> order(logits.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (const float z : logits) {
    if (z != z) { throw std::invalid_argument("NaN"); }
  }
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return logits[a] != logits[b] ? logits[a] > logits[b] : a < b;
  });
  if (order.empty() || logits[order[0]] == -INFINITY) {
    throw std::invalid_argument("nothing to take");
  }
  return order[0];
}

double relative_odds(std::span<const float> logits, std::size_t i, std::size_t j) {
  if (std::max(i, j) >= logits.size()) { throw std::invalid_argument("no such token"); }
  const auto zi = static_cast<long double>(logits[i]);
  const auto zj = static_cast<long double>(logits[j]);
  const long double larger = std::max(zi, zj);
  if (std::isinf(larger)) { throw std::invalid_argument("both masked"); }
  return static_cast<double>(std::exp(zi - larger) / std::exp(zj - larger));
}

}  // namespace answer
