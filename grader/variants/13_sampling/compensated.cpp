// Unusual: a compensated sum in double, which needs a second term. The draw compares in double
// without keeping more than two sums.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

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
  if (!(u >= 0.0 && u < 1.0)) { throw std::invalid_argument("u is out of range"); }
}

struct Compensated {
  double sum = 0.0;
  double lost = 0.0;
  double add(float p) {
    const auto x = static_cast<double>(p);
    const double next = sum + x;
    lost += sum >= x ? (sum - next) + x : (x - next) + sum;
    sum = next;
    return sum + lost;
  }
};

}  // namespace

void running_sums(std::span<const float> probabilities, std::span<double> sums) {
  check_probabilities(probabilities);
  if (sums.size() != probabilities.size()) { throw std::invalid_argument("sizes differ"); }
  Compensated total;
  std::size_t i = 0;
  for (double& sum : sums) { sum = total.add(probabilities[i++]); }
}

std::size_t sample(std::span<const float> probabilities, double u) {
  check_draw(u);
  check_probabilities(probabilities);
  Compensated all;
  double last = 0.0;
  for (const float p : probabilities) { last = all.add(p); }
  Compensated so_far;
  std::size_t i = 0;
  while (so_far.add(probabilities[i]) <= u * last) { ++i; }
  return i;
}

}  // namespace answer
