// Unusual: the scan of the standard library, on a row that was widened first, and a count of the
// sums that are not above the goal in place of a search.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

std::vector<double> widened(std::span<const float> probabilities) {
  double largest = 0.0;
  for (const float p : probabilities) {
    if (std::isnan(p) || std::isinf(p) || p < 0.0F) { throw std::invalid_argument("bad input"); }
    largest = std::max(largest, static_cast<double>(p));
  }
  if (largest == 0.0) { throw std::invalid_argument("no token is possible"); }
  return {probabilities.begin(), probabilities.end()};
}

}  // namespace

void running_sums(std::span<const float> probabilities, std::span<double> sums) {
  const std::vector<double> wide = widened(probabilities);
  if (sums.size() != wide.size()) { throw std::invalid_argument("sizes differ"); }
  std::inclusive_scan(wide.begin(), wide.end(), sums.begin());
}

std::size_t sample(std::span<const float> probabilities, double u) {
  if (std::isnan(u) || u < 0.0 || u >= 1.0) { throw std::invalid_argument("u is out of range"); }
  std::vector<double> sums = widened(probabilities);
  std::partial_sum(sums.begin(), sums.end(), sums.begin());
  const double goal = u * sums.back();
  return static_cast<std::size_t>(
      std::count_if(sums.begin(), sums.end(), [&](double sum) { return sum <= goal; }));
}

}  // namespace answer
