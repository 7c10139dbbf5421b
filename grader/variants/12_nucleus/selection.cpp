// Unusual: no sort. The largest that is left is looked for again and again, which is slow for a
// long row and right for each.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

constexpr float mask = -std::numeric_limits<float>::infinity();

/// The lowest index of the largest value that is not taken; the size of the row if there is none.
std::size_t best(std::span<const float> values, const std::vector<bool>& taken) {
  std::size_t found = values.size();
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!taken[i] && (found == values.size() || values[i] > values[found])) { found = i; }
  }
  return found;
}

void check(std::span<const float> values, bool allowed) {
  if (values.empty() || !allowed) { throw std::invalid_argument("bad input"); }
}

}  // namespace

std::size_t top_k(std::span<const float> logits, std::size_t k, std::span<std::size_t> kept) {
  check(logits, k > 0);
  for (const float z : logits) { check(logits, !std::isnan(z)); }
  std::vector<bool> taken(logits.size(), false);
  std::size_t count = 0;
  for (std::size_t i = best(logits, taken); count < k && i < logits.size() && logits[i] != mask;
       i = best(logits, taken)) {
    taken[i] = true;
    kept[count++] = i;
  }
  check(logits, count > 0);
  return count;
}

std::size_t top_p(std::span<const float> probabilities, float p, std::span<std::size_t> kept) {
  check(probabilities, p >= 0.0F && p <= 1.0F);
  for (const float share : probabilities) {
    check(probabilities, share >= 0.0F && std::isfinite(share));
  }
  std::vector<bool> taken(probabilities.size(), false);
  std::size_t count = 0;
  double sum = 0.0;
  do {
    const std::size_t i = best(probabilities, taken);
    if (i == probabilities.size() || probabilities[i] == 0.0F) { break; }
    taken[i] = true;
    kept[count++] = i;
    sum += static_cast<double>(probabilities[i]);
  } while (sum < static_cast<double>(p));
  check(probabilities, count > 0);
  return count;
}

}  // namespace answer
