// Your answer to exercise 6: temperature. What the function must do is said in answer.hpp; why, and
// an example by hand, in README.md. To check it: ./workbook check 06
//
// From the library: std::exp and std::isinf in <cmath>, std::ranges::max in <algorithm>, which
// gives the largest element of a row. An infinite float is std::numeric_limits<float>::infinity()
// in <limits>.

#include "answer.hpp"

#include <algorithm>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, float temperature, std::span<float> probabilities) {
  // TODO, task "temperature": refuse what the contract refuses:
  //     throw std::invalid_argument("what is wrong");
  // and compute the shares for a T between the limits. So far every share is -1.
  //
  // TODO, task "limits": T = 0 and T = inf, where a quotient by T would be NaN.
  //
  // TODO, task "range": every other T, the tiniest too, and logits far from zero. Which of the two
  // comes first, dividing by T or subtracting the largest logit?
  static_cast<void>(logits);
  static_cast<void>(temperature);
  std::ranges::fill(probabilities, -1.0F);
}

}  // namespace answer
