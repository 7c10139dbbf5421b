// Your answer to exercise 15: in one pass, and in blocks. What each function must do is said in
// answer.hpp, why, and an example by hand, in README.md. To check it: ./workbook check 15
//
// A Running is two numbers: row.max and row.normalizer. Running{3.0F, 1.5F} makes one, and a
// function returns it like a number. -std::numeric_limits<float>::infinity() is -inf, and -inf less
// -inf is NaN.

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace answer {

Running push(Running row, float logit) {
  // TODO: refuse what the contract refuses:
  //     throw std::invalid_argument("what is wrong");
  // and take in the logit: a new maximum, perhaps, and a sum that is measured from it. So far the
  // maximum is right, and the sum stays as it was.
  return Running{std::max(row.max, logit), row.normalizer};
}

Running merge(Running a, Running b) {
  // TODO: bring both sums to the larger maximum, and add them. So far the second part is lost.
  static_cast<void>(b);
  return a;
}

}  // namespace answer
