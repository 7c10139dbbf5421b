// Your answer to exercise 9: logarithms of a softmax. What each function must do is said in
// answer.hpp, why, and an example by hand, in README.md. To check it: ./workbook check 09

#include "answer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

float log_sum_exp(std::span<const float> logits) {
  // TODO: refuse NaN:
  //     throw std::invalid_argument("what is wrong");
  // and compute the logarithm (std::log) of the sum of the exponentials (std::exp), so that none of
  // them is too large. So far it is -1 whatever the logits are.
  static_cast<void>(logits);
  return -1.0F;
}

void log_softmax(std::span<const float> logits, std::span<float> log_probabilities) {
  // TODO: refuse what the contract refuses, and compute each logit's share as a logarithm, without
  // ever computing the share. So far each logarithm is 1, which none can be.
  static_cast<void>(logits);
  std::ranges::fill(log_probabilities, 1.0F);
}

}  // namespace answer
