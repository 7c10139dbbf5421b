// task: top_probability
// The gap is taken for the distance to the average of the row. The average moves with the top one
// itself; the gap is measured to the competitors.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes == 0 || std::isnan(gap)) { throw std::invalid_argument("no classes, or NaN"); }
  if (classes == 1) { return 1.0; }
  const double competitors = static_cast<double>(classes) - 1.0;
  const double to_competitors = gap * static_cast<double>(classes) / competitors;
  return 1.0 / (1.0 + competitors * std::exp(-to_competitors));
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2 || !(probability >= 0.0 && probability <= 1.0)) {
    throw std::invalid_argument("no competitor, or no probability");
  }
  const double competitors = static_cast<double>(classes) - 1.0;
  return std::log(competitors * (probability / (1.0 - probability)));
}

}  // namespace answer
