// Lesson 6: what a float can hold, and what becomes of an e^z that it cannot.
#include <fmt/format.h>

#include "lessons/06_overflow/consequences.hpp"
#include "lessons/06_overflow/figures.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using namespace lesson_06;

const Format& single() {
  static const Format binary32 = parse_format("binary32");
  return binary32;
}

const Trace& thousand() {
  static const Trace made = traced("1000 999", {Algorithm::unshifted});
  return made;
}

Idea one_thousand() {
  const Trace& t = thousand();
  return {
      "one_thousand",
      "A logit of a thousand",
      {Prose{fmt::format("A model gives two tokens the logits {} and {}. They are large, and "
                         "nothing is wrong with them: only the difference of two logits counts, "
                         "and it is one. The first share is {}, as of any two logits that are one "
                         "apart.",
                         t.logits[0].text(), t.logits[1].text(), percent(reference(t, 0), 3))},
       Prose{"Now a program follows the formula in single precision, the format binary32: e to "
             "each logit, their sum, two quotients."},
       Question{
           "overflow/first_share",
           "Guess: what does it compute for the first share? (A number, or one of the words "
           "inf and nan.)",
           Number{computed_text(result(t, 0)),
                  3,
                  {{digits(reference(t, 0), 4),
                    "That is the share that belongs there. A machine that computes e to each "
                    "logit first does not get that far."},
                   {"inf", "The exponential is infinite. But so is the sum that it is divided by."},
                   {"1",
                    "Both exponentials are infinite to the machine, and inf divided by inf "
                    "is not one."}}},
           "Both exponentials are inf, and so is their sum: `inf/inf` is NaN."},
       SpeakerNote{"Let the class vote: the right share, inf, nan, an error message. Many expect "
                   "the program to stop, for integers divided by zero taught them so. Floating "
                   "point goes on without a word."}}};
}

Idea inf_over_inf() {
  return {"inf_over_inf",
          "Where the infinity is born, and where the NaN",
          {figure("The formula as it stands, stage by stage:", thousand()),
           Prose{"To IEEE 754 an overflow is no reason to stop: the result is inf, and the program "
                 "goes on. But two numbers that both left the range may have any quotient, so "
                 "`inf/inf` is *NaN*, not a number, and nearly all that is computed with a NaN is "
                 "NaN again."}}};
}

Question threshold_question() {
  const Certified largest(single().largest);
  const double to_base_ten = (log(largest) / log(Certified(10.0))).approximate();
  return {"overflow/threshold", "Up to about which z can binary32 hold e^z? (To two digits.)",
          Number{rounded(ends_of_exp(single()).too_large, 3),
                 2,
                 {{rounded(to_base_ten, 3),
                   "That is which power of ten the largest number is. As a power of e it is a "
                   "higher one, for e is smaller than ten."},
                  {std::to_string(single().emax + 1),
                   "That is which power of two it is. As a power of e it is a lower one, for e "
                   "is larger than two."},
                  {digits(single().largest, single()),
                   "That is the largest e^z itself. The question is which z makes it."}}},
          "It is the natural logarithm of the largest number: far below a thousand."};
}

Idea what_a_float_holds() {
  const Ends ends = ends_of_exp(single());
  return {
      "what_a_float_holds",
      "What a float can hold",
      {Prose{"A float is a number of p bits times a power of two. The power has a least exponent, "
             "emin, and a largest, emax. So its sizes have ends:"},
       Formula{R"(\text{largest } (2 - 2^{1-p})\,2^{e_{max}}, \quad \text{smallest normal } )"
               R"(2^{e_{min}}, \quad \text{smallest } 2^{e_{min}-p+1})",
               "largest           (2 - 2^(1-p)) 2^emax\nsmallest normal   2^emin\nsmallest         "
               " 2^(emin-p+1)"},
       Prose{fmt::format(
           "In binary32 they are {}, {} and {}. Between the last two lie the *subnormal* numbers, "
           "evenly spaced: the smaller, the fewer bits.",
           rounded(single().largest, 5), rounded(smallest_normal(single()), 5),
           rounded(smallest_subnormal(single()), 5))},
       threshold_question(),
       exp_line(
           "What e^z is in binary32, by z:", single(),
           {{stage(large_sum().runs[0], Stage::read).computed[0], large_sum().logits[0].text()},
            {stage(thousand().runs[0], Stage::read).computed[0], thousand().logits[0].text()}}),
       Prose{fmt::format(
           "So e^z has all its bits from {} to {}. Below {} it is less than half the smallest "
           "number and rounded to zero, however positive the real number is.",
           decimals(ends.normal, 2), decimals(ends.too_large, 2), decimals(ends.zero, 2))}}};
}

Question second_share(const Trace& t) {
  return {"overflow/second_share",
          fmt::format("Logits {} and {}: the second exponential is one. What is computed for the "
                      "second share?",
                      t.logits[0].text(), t.logits[1].text()),
          Number{rounded(result(t, 1), 3),
                 1,
                 {{"nan",
                   "The first share is, for it is `inf/inf`. The second is a finite number divided "
                   "by inf, "
                   "and that is defined."},
                  {"1", "That is the exponential. It is still divided by the sum, inf."}}},
          "One divided by inf is zero."};
}

Idea silent_zero() {
  static const Trace far = traced("1000 0", {Algorithm::unshifted});
  static const Trace near = traced("89 88", {Algorithm::unshifted});
  return {
      "silent_zero",
      "The silent zero",
      {second_share(far),
       Prose{fmt::format("\"The result is Inf, and the division produces NaN\" is *nearly true*: "
                         "NaN comes of a logit that overflowed itself. Any other gets "
                         "`x/inf = 0`, the **silent zero**. Here zero is as good as right (the "
                         "reference is {}). Just past the end of binary32 it is not.",
                         digits(reference(far, 1), 3))},
       stages_of(1,
                 fmt::format("The second logit of {} and {}:", near.logits[0].text(),
                             near.logits[1].text()),
                 near),
       Prose{fmt::format("A share of {} became zero. Its outcome is `carried`: the stage did what "
                         "must be done with the infinity that it got.",
                         percent(reference(near, 1), 3))}}};
}

}  // namespace

Content overflow() {
  const Ends ends = ends_of_exp(single());
  return {
      "How large and how small may a logit be, and what does a machine do beyond?",
      {one_thousand(), inf_over_inf(), what_a_float_holds(), silent_zero(), sum_alone(),
       far_below_zero(), in_each_format(), five_failures()},
      {fmt::format("In binary32 e^z is infinite above a z of {} and zero below {}.",
                   decimals(ends.too_large, 2), decimals(ends.zero, 2)),
       "`inf/inf` and `0/0` are NaN; `x/inf` is a silent zero.",
       "A sum can overflow alone: then all shares are zero, and no NaN tells.",
       "Logits far below zero, as real models have them, break the formula by underflow.",
       "The exponent's bits decide the range. More of them only move its ends."},
      {{"trace 1000 0", "both algorithms end in a zero: which of the two comes of an infinity?"},
       {"trace 88 88 88 -a unshifted --step",
        "at which addend is the sum infinite, and which stage says `carried`?"},
       {"trace -103 -103.5",
        fmt::format("the first of the two is wrong, without any infinity, NaN or zero (the "
                    "smallest number is printed {}: the fewest digits that name it)",
                    digits(smallest_subnormal(single()), single()))}},
      {}};
}

}  // namespace softmax::lessons
