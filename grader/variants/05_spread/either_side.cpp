// Unusual: for a gap above zero the formula as it stands, below zero the one with e^g, which is
// small there; the inverse by the odds against the token.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes < 1) { throw std::invalid_argument("no classes"); }
  const double others = static_cast<double>(classes) - 1.0;
  if (gap >= 0.0) { return 1.0 / (std::fma(others, std::exp(-gap), 1.0)); }
  if (gap < 0.0) { return std::exp(gap) / (std::exp(gap) + others); }
  throw std::invalid_argument("NaN");
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2) { throw std::invalid_argument("no competitor"); }
  if (probability >= 0.0 && probability <= 1.0) {
    const double against = (1.0 - probability) / probability;
    return -std::log(against / static_cast<double>(classes - 1));
  }
  throw std::invalid_argument("no probability");
}

}  // namespace answer
