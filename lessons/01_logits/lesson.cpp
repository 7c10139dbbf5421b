// Lesson 1: what logits tell, and what they do not tell.
#include <fmt/format.h>

#include "lessons/01_logits/ideas.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {

namespace logits_ideas {

const Trace& example() {
  static const Trace made = page::traced("0.7 -2.3 2.4 1.2", {Algorithm::unshifted});
  return made;
}

std::string logit(std::size_t i) { return example().logits[i].text(); }

double share(std::size_t i) { return page::result(example(), i); }

}  // namespace logits_ideas

page::Content logits() {
  using namespace logits_ideas;
  return {"What do a model's raw scores tell, and for what are they not enough?",
          {scores(), shares_in_order(), odds(), equal_shares(), where_they_become_equal(),
           equal_in_which_format(), sampler(), what_suffices()},
          {"Logits are scores of any size and sign: no probabilities, and one alone tells nothing.",
           "Softmax keeps the order, so greedy choice and top-k need no softmax.",
           "e to the difference of two logits is the quotient of their probabilities.",
           "Computed shares may be equal where the logits are not: take the largest logit.",
           "Sampling, top-p and confidence need probabilities, and those need the whole row."},
          {{"trace 0.7 -2.3 2.4 1.2 -a unshifted",
            fmt::format(
                "the lesson's row, through every stage (the lines `bound` and `ledger` wait for "
                "lesson {})",
                find("rounding").number)},
           {"trace 20.2 20.3 -f bfloat16 -a unshifted",
            "two logits, one share: at which stage do they become equal?"},
           {"trace 0.7 0.2 0.1 -a unshifted",
            "scores that look like probabilities, and what softmax makes of them"}},
          {}};
}

}  // namespace softmax::lessons
