// Unusual: sums in long double, rounded once; and a draw that takes each probability off the goal
// until nothing is left of it, so that no sums are kept.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace answer {
namespace {

void check(bool good) {
  if (!good) { throw std::invalid_argument("bad input"); }
}

long double total_of(std::span<const float> probabilities) {
  long double total = 0.0L;
  for (const float p : probabilities) {
    check(p >= 0.0F && std::isfinite(p));
    total += static_cast<long double>(p);
  }
  check(total > 0.0L);
  return total;
}

}  // namespace

void running_sums(std::span<const float> probabilities, std::span<double> sums) {
  check(probabilities.size() == sums.size());
  total_of(probabilities);
  long double total = 0.0L;
  std::transform(probabilities.begin(), probabilities.end(), sums.begin(), [&](float p) {
    return static_cast<double>(total += static_cast<long double>(p));
  });
}

std::size_t sample(std::span<const float> probabilities, double u) {
  check(u >= 0.0 && u < 1.0);
  long double left = static_cast<long double>(u) * total_of(probabilities);
  std::size_t last = 0;
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    if (probabilities[i] == 0.0F) { continue; }
    last = i;
    left -= static_cast<long double>(probabilities[i]);
    if (left < 0.0L) { return i; }
  }
  return last;
}

}  // namespace answer
