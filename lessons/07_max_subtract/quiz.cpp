// The quiz of lesson 7.
#include <fmt/format.h>

#include "lessons/07_max_subtract/figures.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

Question why_subtract() {
  return {"max_subtract/why",
          "Why do real softmax implementations subtract the max logit before exponentiating?",
          std::vector<Option>{
              {"to make the shares more accurate", false,
               "The subtraction is one rounding more. Where nothing overflows or underflows, the "
               "shares are no better for it on the whole, and small ones may be worse."},
              {"so that the shares add up to one", false,
               "The division by the sum does that, with or without the shift."},
              {"to keep large logits from dominating the distribution", false,
               "The shares stay the same: only differences count, and they do not change. What "
               "flattens a distribution is a temperature above one."},
              {"so that no exponential overflows, at the same shares", true,
               "The largest exponential becomes one, so none overflows and the sum is never "
               "zero; and the factor cancels."}},
          ""};
}

Question normalizer() {
  const Trace t = traced("5 5 5 5", {Algorithm::shifted, Algorithm::unshifted});
  return {"max_subtract/normalizer",
          fmt::format("Four logits of {} each, shifted. What is the sum that the exponentials are "
                      "divided by?",
                      t.logits[0].text()),
          Number{rounded(stage(t.runs[0], Stage::sum).computed[0], 3),
                 2,
                 {{rounded(stage(t.runs[1], Stage::sum).computed[0], 4),
                   "That is the sum without the shift."},
                  {"1", "That is the sum of the shares, after the division."},
                  {"0", "That is the sum of the shifted logits. e to each of them is one."}}},
          "Each logit less the maximum is zero, and e to it is one: four ones."};
}

Question mean_instead() {
  return {"max_subtract/mean",
          "Somebody subtracts the *mean* of the logits instead of the maximum. When does that "
          "fail in binary32?",
          std::vector<Option>{
              {"never: any constant cancels", false,
               "It does in real arithmetic. But e to what lies above the mean must be a float."},
              {"if the logits are all far below zero", false,
               "Their mean is as far below. What is left lies near zero again."},
              {"if one logit lies far above the mean of all", true,
               "One high logit among many low ones hardly raises their mean, and its exponent "
               "stays too large."}},
          ""};
}

Question same_differences() {
  const Trace t = traced("1000 999 998", {Algorithm::shifted});
  const Trace low = traced("2 1 0", {Algorithm::shifted});
  return {"max_subtract/same_differences",
          fmt::format("Binary32, shifted: are the computed shares of {}, {} and {} the same bits "
                      "as those of {}, {} and {}?",
                      t.logits[0].text(), t.logits[1].text(), t.logits[2].text(),
                      low.logits[0].text(), low.logits[1].text(), low.logits[2].text()),
          std::vector<Option>{
              {"yes: after the subtraction both are the same three numbers", true,
               "All the logits are held exactly and so are the differences; whatever follows is "
               "the same computation."},
              {"no: large numbers have fewer bits after the point", false,
               "They have, but these need none: whole numbers of this size are held exactly, and "
               "so are their differences."},
              {"no: floating point never gives identical results", false,
               "The same operations on the same numbers give the same bits."}},
          ""};
}

Question revealing_row() {
  const std::string low = "-300 -301";
  const std::string at_one = "-1 -2";
  const lesson_07::Lessened found = lesson_07::with_start(low, 0);
  const lesson_07::Lessened missed = lesson_07::with_start(at_one, 0);
  return {
      "max_subtract/revealing_row",
      "A program starts its maximum at zero. Which of these rows, in binary32, shows it?",
      std::vector<Option>{
          {"300 301", false, "Both are above zero, so the right maximum is found."},
          {at_one, false,
           fmt::format("Nothing is subtracted, true. But both exponentials are ordinary "
                       "floats, and the first share, {}, is right.",
                       rounded(missed.shares[0], 3))},
          {low, true,
           fmt::format("Nothing is subtracted, both exponentials are zero, and the first "
                       "share is {}.",
                       rounded(found.shares[0], 3))},
          {"300 -300", false, "The largest logit is above zero, so the right maximum is found."}},
      ""};
}

}  // namespace

std::vector<Question> max_subtract_quiz() {
  return {why_subtract(), normalizer(), mean_instead(), same_differences(), revealing_row()};
}

}  // namespace softmax::lessons
