// Your answer to exercise 11: a sum that keeps what each addition loses. What each function must do
// is said in answer.hpp, why, and an example by hand, in README.md. To check it:
// ./workbook check 11

#include "answer.hpp"

#include <cmath>
#include <stdexcept>

namespace answer {

float rounding_error(float a, float b) {
  // TODO: refuse what is not finite:
  //     throw std::invalid_argument("what is wrong");
  // and find what this addition loses. All of it can be done by adding and subtracting floats. So
  // far the answer is the sum itself.
  const float sum = a + b;
  return sum;
}

float accurate_sum(std::span<const float> values) {
  // TODO: add up the row, and beside it what each addition loses. So far the answer is -1 whatever
  // the row is.
  static_cast<void>(values);
  return -1.0F;
}

}  // namespace answer
