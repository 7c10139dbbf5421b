// Your answer to exercise 4: softmax from its stages. What each function must do is said in
// answer.hpp; why, and an example by hand, in README.md. To check it: ./workbook check 04
//
// A stage is called so: given::exponentiate(logits, probabilities). A row of a matrix is a part of
// a span: logits.subspan(first, count).

#include "answer.hpp"

#include <algorithm>
#include <stdexcept>

namespace answer {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
  // TODO: refuse what the contract refuses:
  //     throw std::invalid_argument("what is wrong");
  // and run the three stages one after the other. So far every probability is -1.
  static_cast<void>(logits);
  std::ranges::fill(probabilities, -1.0F);
}

void softmax_rows(std::span<const float> logits, std::size_t columns,
                  std::span<float> probabilities) {
  // TODO: refuse what the contract refuses, and take the softmax of each row by itself. So far
  // every probability is -1.
  static_cast<void>(logits);
  static_cast<void>(columns);
  std::ranges::fill(probabilities, -1.0F);
}

}  // namespace answer
