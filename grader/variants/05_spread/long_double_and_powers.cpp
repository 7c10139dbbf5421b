// Unusual: computed in long double; the exponential as a power of e, the logarithm as one to the
// base two.

#include "answer.hpp"

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes == 0 || gap != gap) { throw std::invalid_argument("no classes, or NaN"); }
  const long double crowd = static_cast<long double>(classes - 1);
  const long double each = std::pow(std::numbers::e_v<long double>, -static_cast<long double>(gap));
  return static_cast<double>(1.0L / (crowd * each + 1.0L));
}

double gap_for(double probability, std::size_t classes) {
  const auto p = static_cast<long double>(probability);
  if (classes < 2 || !(p >= 0.0L) || !(p <= 1.0L)) { throw std::invalid_argument("no such gap"); }
  const long double odds = p * static_cast<long double>(classes - 1) / (1.0L - p);
  return static_cast<double>(std::log2(odds) * std::numbers::ln2_v<long double>);
}

}  // namespace answer
