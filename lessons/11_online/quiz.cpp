// The quiz of lesson 11.
#include <fmt/format.h>

#include "lessons/11_online/parts.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {

using namespace page;
using namespace online_parts;

namespace {

Question pair() {
  const HeldStream low{0, 1};
  const HeldStream high{3, 1};
  const HeldStream merged_pair = softmax::merged(low, high, {format()});
  return {"online/pair",
          fmt::format("Two blocks of one logit each, {} and {}. What is the merged sum? (To three "
                      "digits.)",
                      rounded(low.max_logit, 2), rounded(high.max_logit, 2)),
          Number{digits(merged_pair.normalizer, format()),
                 3,
                 {{rounded(low.normalizer + high.normalizer, 2),
                   "That adds the two sums without rescaling the one with the lower maximum."},
                  {rounded(high.normalizer, 2), "That forgets the block with the lower maximum."}}},
          ""};
}

Question price() {
  return {"online/price", "What does the online algorithm pay for reading the row once less?",
          std::vector<Option>{
              {"one number of storage for each logit", false,
               "It keeps two numbers in all: the maximum and the sum."},
              {"accuracy: it does not subtract the maximum of the whole row", false,
               "In the end everything is measured from the maximum of the whole row."},
              {"a rescaling of the sum whenever a new maximum comes", true,
               "One exponential and one multiplication; in a long random row that is seldom."}},
          ""};
}

Question order() {
  return {"online/order", "For which row does the online algorithm rescale most often?",
          std::vector<Option>{
              {"one that rises from the first logit to the last", true,
               "Every logit is a new maximum."},
              {"one that falls from the first to the last", false,
               "The first logit is the maximum, and stays it: nothing is ever rescaled."},
              {"one of equal logits", false, "An equal logit is no new maximum."}},
          ""};
}

Question empty_block() {
  return {
      "online/empty_block",
      "Which pair of maximum and sum must an all-masked block have, to be neutral in a merge?",
      std::vector<Option>{
          {"zero and zero", false,
           "A maximum of zero would be above every negative logit, and could not be undone."},
          {"minus infinity and zero", true, "It is below every other maximum and adds nothing."},
          {"minus infinity and one", false,
           "The sum of no exponentials is zero. One would be the sum of a single logit."}},
      ""};
}

Question same_bits() {
  return {
      "online/same_bits",
      "Two kernels cut the same row into blocks of different sizes. Must their results agree bit "
      "for bit?",
      std::vector<Option>{{"yes: merging is associative", false,
                           "It is for real numbers. Rounded additions are not associative."},
                          {"yes, if both use the same format", false,
                           "The roundings depend on the grouping, in any format."},
                          {"no: they agree within some units of roundoff", true,
                           "Both are right within their bounds, and their last bits may differ."}},
      ""};
}

}  // namespace

std::vector<Question> online_quiz() {
  return {pair(), price(), order(), empty_block(), same_bits()};
}

}  // namespace softmax::lessons
