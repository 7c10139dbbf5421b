// task: gap_for
// The one is counted among its own competitors: n instead of n - 1. So an equal part would need a
// gap above 0.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes == 0 || std::isnan(gap)) { throw std::invalid_argument("no classes, or NaN"); }
  const double competitors = static_cast<double>(classes) - 1.0;
  return 1.0 / (1.0 + competitors * std::exp(-gap));
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2 || !(probability >= 0.0 && probability <= 1.0)) {
    throw std::invalid_argument("no competitor, or no probability");
  }
  return std::log(static_cast<double>(classes) * (probability / (1.0 - probability)));
}

}  // namespace answer
