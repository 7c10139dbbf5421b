// task: top_probability
// 0 classes are accepted, and with a number without a sign 0 - 1 is a crowd of 18 quintillion. The
// contract has it refused.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (std::isnan(gap)) { throw std::invalid_argument("NaN"); }
  return 1.0 / (1.0 + static_cast<double>(classes - 1) * std::exp(-gap));
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2 || !(probability >= 0.0 && probability <= 1.0)) {
    throw std::invalid_argument("no competitor, or no probability");
  }
  const double competitors = static_cast<double>(classes) - 1.0;
  return std::log(competitors * (probability / (1.0 - probability)));
}

}  // namespace answer
