// task: top_probability
// The number of competitors is made a float. That counts up to 2^24; beyond it, the number is
// rounded, and the share is as far off as a float is.

#include "answer.hpp"

#include <cmath>
#include <cstddef>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes == 0) { throw std::invalid_argument("no class"); }
  if (std::isnan(gap)) { throw std::invalid_argument("no gap"); }
  const auto crowd = static_cast<float>(classes - 1);
  return 1.0 / (1.0 + crowd * std::exp(-gap));
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2 || !(probability >= 0.0 && probability <= 1.0)) {
    throw std::invalid_argument("out of the domain");
  }
  return std::log(probability) - std::log1p(-probability) +
         std::log(static_cast<double>(classes - 1));
}

}  // namespace answer
