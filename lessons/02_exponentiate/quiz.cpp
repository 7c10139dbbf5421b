// The quiz of lesson 2.
#include <fmt/format.h>

#include "engine/rounded.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

Question gap_of_ten() {
  const Certified ten(10.0);
  return {
      "exponentiate/gap_of_ten",
      "One logit is larger than another by ten. How many times as large is its exponential? "
      "(To two digits.)",
      Number{digits(exp(ten), 5),
             2,
             {{"10", "That is the difference. e to it is the factor."},
              {digits(exp(log(Certified(2.0)) * ten), 4), "That is two to ten. Softmax takes e."},
              {digits(ten * exp(Certified(1.0)), 3),
               "That is ten times e. Each step of one multiplies by e, so ten steps multiply "
               "ten times."}}},
      fmt::format("Only the difference counts: e^{}.", digits(ten, 2))};
}

Question other_function() {
  return {"exponentiate/other_function",
          "Which of these, too, is above zero for every score z and keeps the order?",
          std::vector<Option>{
              {"`z^2`, the square", false,
               "It forgets the sign: a score far below zero becomes one of the largest."},
              {"`max(z, 1e-9)`: whatever is too small becomes a little more than zero", false,
               "It makes all scores below zero alike: the order among them is lost."},
              {"`2^z`, the power of two", true,
               "`2^z = e^(z ln 2)`: the same function of smaller scores. "
               "Programs often compute it, and multiply the scores to make up for it."},
              {"none: only e will do", false,
               "Any base above one will. Another base is another temperature, no more."}},
          ""};
}

Question cut_off() {
  const Trace t = traced("-5.2040 7.8325", {Algorithm::shifted}, in("binary64"));
  const double least = exp_line("", t.format(), {}).zones[0].end;
  const std::string share = rounded(result(t, 0), 3);
  constexpr double from = 13;
  return {"exponentiate/cut_off",
          fmt::format("A program took the exponential as zero for every logit {} or more below the "
                      "largest, so softmax gave the "
                      "lower of the logits {} nothing (torch/nn#804, in binary64). Was it "
                      "underflow?",
                      from, listed(t)),
          std::vector<Option>{
              {"yes: its share is too small for the format", false,
               fmt::format("It is {}. Even binary32 goes down to {}.", share,
                           rounded(smallest_subnormal(parse_format("binary32")), 2))},
              {"no: the program gave up far too early", true,
               fmt::format("binary64 computes e^z as zero below {}. The share is {}, and no "
                           "subnormal by far.",
                           decimals(least, 2), share)},
              {"no, but so small a share is zero for every purpose", false,
               fmt::format("Not for its logarithm, which a loss function takes: it is {}, where "
                           "that of zero is -inf.",
                           digits(log(reference(t, 0)), 4))}},
          ""};
}

Question which_end() {
  const Format format = parse_format("binary64");
  const std::vector<Zone> zones = exp_line("", format, {}).zones;
  constexpr double z = -710;
  return {
      "exponentiate/which_end",
      fmt::format("An answer in uxlfoundation/oneDNN#30 says that below {0} exp gives inf. What "
                  "does e^{0} give in binary64?",
                  z),
      std::vector<Option>{
          {"inf: the score is out of range", false,
           fmt::format("Only on the other side: above {} the exponential overflows.",
                       decimals(zones[2].end, 2))},
          {"zero: the score is out of range on the low side", false,
           fmt::format("Not yet: zero begins below {}. Above it lie the subnormal numbers.",
                       decimals(zones[0].end, 2))},
          {"nan", false, "exp makes a NaN of nothing but a NaN."},
          {rounded(exp_rounded(z, format), 3), true,
           "A subnormal number. Far below zero the exponential becomes small, then zero, and "
           "never inf."}},
      ""};
}

Question own_format() {
  const Format format = parse_format("4,-3,4");
  const Certified smallest(smallest_subnormal(format));
  const Certified two(2.0);
  return {"exponentiate/own_format",
          fmt::format("A format of your own has the smallest positive number {}. Below which score "
                      "is a computed e^z zero? (To two digits.)",
                      digits(smallest_subnormal(format), format)),
          Number{digits(log(smallest / two), 3),
                 2,
                 {{digits(log(smallest), 3),
                   "There e^z is the smallest number itself. What is a little less is rounded up "
                   "to it: zero begins at half of it."},
                  {digits(log(two / smallest), 3),
                   "The size is right, not the sign: e to a positive score is above one."},
                  {digits(smallest / two, 3),
                   "That is what e^z is there. The score is its logarithm."}}},
          fmt::format("Half of the smallest number is {}, and its logarithm is {}.",
                      digits(smallest / two, 8), digits(log(smallest / two), 3))};
}

Question share_of_zero() {
  const Trace t = traced("-18 -17", {Algorithm::unshifted}, in("binary16"));
  return {
      "exponentiate/share_of_zero",
      "A computed share is zero, and the token's logit was a finite number. Nothing overflowed. "
      "What is known of the real share?",
      std::vector<Option>{
          {"it is positive: something was rounded to zero on the way", true,
           "No real exponential is zero, and no quotient of two. One of them was too small for "
           "the format."},
          {"it is zero, or the program is wrong", false,
           "A program may round every step as well as can be: below half of the smallest number "
           "this is what rounding to nearest does."},
          {"it is positive, and itself too small for the format", false,
           fmt::format("Often so, not always. Of the logits {} in binary16, without a maximum "
                       "subtracted, the first gets {} instead of {}: too small was its "
                       "exponential.",
                       listed(t), digits(result(t, 0), t.format()), percent(reference(t, 0), 3))},
          {"nothing: it could even be negative", false,
           "e to a real number is positive, and so is the sum."}},
      ""};
}

}  // namespace

std::vector<Question> exponentiate_quiz() {
  return {gap_of_ten(), other_function(), cut_off(), which_end(), own_format(), share_of_zero()};
}

}  // namespace softmax::lessons
