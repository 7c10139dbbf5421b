// task: top_probability
// The exponentials of the crowd are added up one after the other in float. From a sum of some size
// on each addition loses a part of the addend, always the same way, and the share drifts off.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes == 0 || std::isnan(gap)) { throw std::invalid_argument("no classes, or NaN"); }
  const float each = std::exp(static_cast<float>(-gap));
  float sum = 1.0F;
  for (std::size_t i = 1; i < classes; ++i) { sum += each; }
  return static_cast<double>(1.0F / sum);
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2 || !(probability >= 0.0 && probability <= 1.0)) {
    throw std::invalid_argument("no competitor, or no probability");
  }
  const double competitors = static_cast<double>(classes) - 1.0;
  return std::log(competitors * (probability / (1.0 - probability)));
}

}  // namespace answer
