// Unusual: sums by halves. Those of the left half are made first, and its total is added to those
// of the right half, which were made from 0. The draw walks down the same halves.

#include "answer.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace answer {
namespace {

double halves(std::span<const float> p, std::span<double> sums) {
  if (p.size() == 1) { return sums[0] = static_cast<double>(p[0]); }
  const std::size_t half = p.size() / 2;
  const double left = halves(p.first(half), sums.first(half));
  const double right = halves(p.subspan(half), sums.subspan(half));
  for (double& sum : sums.subspan(half)) { sum += left; }
  return left + right;
}

void check_probabilities(std::span<const float> p) {
  const bool none = std::ranges::none_of(p, [](float x) { return x > 0.0F; });
  const bool bad = std::ranges::any_of(p, [](float x) { return !(x >= 0.0F && x - x == 0.0F); });
  if (none || bad) { throw std::invalid_argument("no probabilities"); }
}

}  // namespace

void running_sums(std::span<const float> probabilities, std::span<double> sums) {
  check_probabilities(probabilities);
  if (sums.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  halves(probabilities, sums);
}

std::size_t sample(std::span<const float> probabilities, double u) {
  if (!(u >= 0.0) || u >= 1.0) { throw std::invalid_argument("u is out of range"); }
  std::vector<double> sums(probabilities.size());
  running_sums(probabilities, sums);
  std::size_t first = 0;
  std::size_t end = sums.size();
  while (end - first > 1) {
    const std::size_t middle = first + (end - first) / 2;
    const bool in_left_half = sums[middle - 1] > u * sums.back();
    (in_left_half ? end : first) = middle;
  }
  return first;
}

}  // namespace answer
