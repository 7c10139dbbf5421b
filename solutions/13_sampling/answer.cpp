// Exercise 13: a token by chance.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

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

void running_sums(std::span<const float> probabilities, std::span<double> sums) {
  check_probabilities(probabilities);
  if (sums.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  // In float, a probability of half an ulp of the total or less would leave the total as it is, and
  // its token could never be drawn: beside a total of 1 that is each below 2^-24.
  double total = 0.0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    total += static_cast<double>(probabilities[i]);
    sums[i] = total;
  }
}

std::size_t sample(std::span<const float> probabilities, double u) {
  if (!(u >= 0.0 && u < 1.0)) { throw std::invalid_argument("u must be from 0 to below 1"); }
  std::vector<double> sums(probabilities.size());
  running_sums(probabilities, sums);
  // The line ends at the last sum, not at 1. Scaled by it, u is below it, for u is at most
  // 1 - 2^-53 and the product of that and any sum rounds to less than the sum.
  const double goal = u * sums.back();
  // The first sum above the goal. "Above", not "at least": at u = 0 a token of probability 0 at the
  // beginning has a sum of 0, which is at least 0. And where a sum is the first above something, it
  // has grown, so its token is not of probability 0.
  const auto found = std::upper_bound(sums.begin(), sums.end(), goal);
  return static_cast<std::size_t>(found - sums.begin());
}

}  // namespace answer
