// Your answer to exercise 10: how far off a float is. What each function must do is said in
// answer.hpp, why, and an example by hand, in README.md. To check it: ./workbook check 10

#include "answer.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace answer {

std::size_t ulp_distance(float a, float b) {
  // TODO: refuse NaN:
  //     throw std::invalid_argument("what is wrong");
  // and count the steps from a to b. The bits of a float are a whole number:
  const auto bits_of_a = std::bit_cast<std::uint32_t>(a);
  const auto bits_of_b = std::bit_cast<std::uint32_t>(b);
  // Look at the bits of a few neighbours, of -1 and 1, of -0 and 0. So far the answer is 42.
  static_cast<void>(bits_of_a);
  static_cast<void>(bits_of_b);
  return 42;
}

double error_ulp(float computed, double reference) {
  // TODO: refuse what the contract refuses, find the gap at the reference, and measure the
  // difference in it. So far the answer is the difference itself.
  return static_cast<double>(computed) - reference;
}

}  // namespace answer
