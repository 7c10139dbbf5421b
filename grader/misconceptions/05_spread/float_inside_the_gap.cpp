// task: gap_for
// p is turned into a float. A p that differs from 1 by less than 0.00000003 becomes 1, and its gap
// infinite; the others keep 7 digits.

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
  const auto p = static_cast<float>(probability);
  return static_cast<double>(std::log(static_cast<float>(classes - 1) * (p / (1.0F - p))));
}

}  // namespace answer
