// Lesson 2: why softmax exponentiates, and where that ends in a machine.
#include "lessons/02_exponentiate/ideas.hpp"
#include "lessons/catalogue.hpp"

namespace softmax::lessons {

page::Content exponentiate() {
  using namespace exponentiate_ideas;
  return {"Why e to each score, and is the result always above zero?",
          {other_ways(), positive_and_ordered(), amplify(), differences_shrink(),
           plus_and_minus_hundred(), where_zero_begins(), a_share_of_zero(), every_format()},
          {"In real arithmetic e to a score is positive, and larger for a larger score.",
           "It turns differences into factors: one more is e times as much.",
           "What grows is the quotient of two exponentials; below zero their difference shrinks.",
           "In a machine e to a score becomes zero below a threshold, and infinite above another; "
           "each format has its own two."},
          {{"trace -100 -95 0 -a unshifted -f bfloat16",
            "two scores that differ, and two shares that do not"},
           {"trace -18 -17 -12 -9 -a unshifted -f binary16 --step",
            "walk through the exponentials: guess the outcome of each before you see it"},
           {"trace 5 3 -a unshifted -f 3,-10,10",
            "a format of your own (three bits, exponents from `-10` to `10`): how far is the "
            "quotient of the shares from e squared?"}},
          {}};
}

}  // namespace softmax::lessons
