// Your answer to exercise 16: right, then fast. What softmax must do is said in answer.hpp, why,
// and an example by hand, in README.md. To check it: ./workbook check 16
//
// A span is a view of numbers that somebody else holds: logits.size() says how many there are,
// logits[i] is one of them. What is written into a std::span<float> is what you return.
// std::array<float, 8> sums{} is eight numbers side by side, each of them 0 at first.

#include "answer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  // TODO: refuse what the contract refuses:
  //     throw std::invalid_argument("what is wrong");
  // and compute the shares. So far each token has the same, whatever its logit is.
  std::ranges::fill(probabilities, 1.0F / static_cast<float>(logits.size()));
}

}  // namespace answer
