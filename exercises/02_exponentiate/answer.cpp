// Your answer to exercise 2: e to each score. What each function must do is said in answer.hpp;
// why, and an example by hand, in README.md. To check it: ./workbook check 02
//
// std::exp(x) from <cmath>, given a float, returns a float; std::isfinite(x) is false of NaN and of
// both infinities. What is written into a std::span<float> is what you return.

#include "answer.hpp"

#include <algorithm>
#include <stdexcept>

namespace answer {

void exponentiate(std::span<const float> logits, std::span<float> exponentials) {
  // TODO: refuse sizes that differ:
  //     throw std::invalid_argument("what is wrong");
  // and write e to each logit. So far every exponential is -1, which e to nothing is.
  static_cast<void>(logits);
  std::ranges::fill(exponentials, -1.0F);
}

std::size_t lost(std::span<const float> logits) {
  // TODO: count the finite logits whose exponential is rounded to 0. So far this is one more than
  // there are logits.
  return logits.size() + 1;
}

}  // namespace answer
