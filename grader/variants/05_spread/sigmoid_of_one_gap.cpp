// Unusual: the crowd is folded into one competitor, whose gap is smaller by the logarithm of its
// number; what is left is a contest of two, a sigmoid. The inverse is made of three logarithms.

#include "answer.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes == 0 || std::isnan(gap)) { throw std::invalid_argument("no classes, or NaN"); }
  if (classes == 1) { return 1.0; }
  const double rest = std::log(static_cast<double>(classes - 1)) - gap;
  return 1.0 / (1.0 + std::exp(rest));
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2 || std::isnan(probability) || probability < 0.0 || probability > 1.0) {
    throw std::invalid_argument("no contest, or no probability");
  }
  if (probability == 0.0) { return -std::numeric_limits<double>::infinity(); }
  return std::log(static_cast<double>(classes - 1)) + std::log(probability) -
         std::log1p(-probability);
}

}  // namespace answer
