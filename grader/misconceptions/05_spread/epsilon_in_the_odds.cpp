// task: gap_for
// A small constant is added to 1 - p, against a division by zero. So no gap is larger than the
// constant lets it be, and p = 1 gets a finite one.
// thread: open-edge-platform/geti#1507

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
  return std::log(competitors * (probability / (1.0 - probability + 1e-9)));
}

}  // namespace answer
