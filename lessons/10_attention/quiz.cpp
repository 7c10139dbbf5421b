// The quiz of lesson 10.
#include <fmt/format.h>

#include "lessons/10_attention/heads.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {

using namespace page;
using namespace attention_heads;

namespace {

Question axis() {
  return {
      "attention/axis", "A matrix of scores has a row for each query. Along what does softmax run?",
      std::vector<Option>{{"along the keys: each row adds up to one", true,
                           "Every query shares out its own attention."},
                          {"along the queries: each column adds up to one", false,
                           "Then a key would share itself out among the queries. Training hardly "
                           "notices, which is "
                           "why this error is found in published code."},
                          {"over all scores of the head at once", false,
                           "A query with low scores would then get next to nothing."}},
      ""};
}

Question third_row() {
  const Attended square = causal_head(4, 4);
  return {
      "attention/third_row",
      "Four tokens attend to each other under the causal mask, and all scores are equal. What "
      "weight does the second query give to each key that it may see?",
      Number{rounded(square.weights(1, 0), 3),
             2,
             {{rounded(square.weights(3, 0), 3),
               "That shares among all four keys. It may see two of them."},
              {rounded(square.weights(2, 0), 3), "That is the third query: it sees three keys."}}},
      ""};
}

Question minus_infinity() {
  return {"attention/minus_infinity",
          "Why is minus infinity a good mask for the softmax that subtracts the maximum?",
          std::vector<Option>{
              {"it is the smallest number of every format", false,
               "It is no number, and some eight-bit formats do not have it."},
              {"minus infinity less a finite maximum stays minus infinity, and e to it is exactly "
               "zero",
               true, "The masked key has no weight, and adds nothing to the sum."},
              {"it is skipped by the sum", false, "It is added like any other: as a zero."}},
          ""};
}

Question two_masks() {
  return {
      "attention/two_masks",
      "Two masks are added to one score, each of them the lowest finite number of `bfloat16`. "
      "What "
      "comes of it, if all keys of the row are masked so?",
      std::vector<Option>{
          {"the lowest finite number: it cannot get lower", false,
           "Two of them add up to more than the format holds: the sum is minus infinity."},
          {"minus infinity everywhere, and so NaN", true,
           "The guard against NaN was finite once; added twice it is not. Masks should be chosen, "
           "not added."},
          {"an equal share for each key", false,
           "That would be so with one mask alone, which stays finite."}},
      ""};
}

Question sum_format() {
  return {
      "attention/sum_format",
      "Scores are in `bfloat16`, a row has thousands of keys. Which format should hold the sum?",
      std::vector<Option>{
          {"`bfloat16`: its range is that of single precision", false,
           "Range is not the trouble. With eight bits of precision a sum of ones stalls early."},
          {"`binary16`: it has more bits than `bfloat16`", false,
           "It stalls later, but still within the length of real rows."},
          {"`binary32`", true,
           "A sum of ones stalls there too, but far beyond the longest row; and it costs one "
           "register."}},
      ""};
}

}  // namespace

std::vector<Question> attention_quiz() {
  return {axis(), third_row(), minus_infinity(), two_masks(), sum_format()};
}

}  // namespace softmax::lessons
