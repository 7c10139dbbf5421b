// The second half of lesson 6: what follows for sums, for a real row and in other formats.
#include "lessons/06_overflow/consequences.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <string>

#include "lessons/06_overflow/figures.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::lesson_06 {

using namespace page;

namespace {

constexpr std::size_t gpt2_vocabulary = 50'257;

/// Computes: ln of 2^16384, where its largest exponent, 16383, ends.
std::string end_of_binary128() { return digits(Certified(16384.0) * log(Certified(2.0)), 5); }

/// Computes: (2 - 2^(1-p)) 2^emax.
double topmost_by_formula(const Format& format) {
  return std::ldexp(2 - 2 * unit_roundoff(format), format.emax);
}

Question sum_alone_question(const Trace& t) {
  return {"overflow/sum_alone",
          fmt::format("Three logits of {} each: every exponential is finite in binary32. What "
                      "is computed for the first share?",
                      t.logits[0].text()),
          Number{rounded(result(t, 0), 3),
                 2,
                 {{digits(reference(t, 0), 3),
                   "A third is right, and would come out if the sum were finite in binary32 "
                   "too."},
                  {"nan", "The numerator is finite. Only `inf/inf` would be NaN."}}},
          fmt::format("The sum is {} in real arithmetic, above the largest number, so it is inf. "
                      "And `x/inf` is zero.",
                      digits(stage(t.runs[0], Stage::sum).reference[0], 3))};
}

}  // namespace

const Trace& large_sum() {
  static const Trace made = traced("88 88 88", {Algorithm::unshifted});
  return made;
}

Idea sum_alone() {
  const double limit = ends_of_exp(large_sum().format()).too_large;
  const double lower = limit - log(Certified(static_cast<double>(gpt2_vocabulary))).approximate();
  return {
      "sum_alone",
      "When only the sum is too large",
      {sum_alone_question(large_sum()), stages_of(0, "The stages of the first logit:", large_sum()),
       Prose{"So all three shares are zero. No exponential is infinite and no share is NaN: a "
             "program that looks for NaN in its results finds nothing."},
       Formula{R"(\sum_{j=1}^{n} e^z = n\,e^z = e^{z + \ln n})",
               "sum of n times e^z = n e^z = e^(z + ln n)"},
       Prose{fmt::format("Equal logits must stay ln n below the end: with the {} tokens of "
                         "GPT-2 the sum overflows above {}, not {}.",
                         count(gpt2_vocabulary), decimals(lower, 1), decimals(limit, 1))}}};
}

Idea far_below_zero() {
  static const Trace row = traced("-135.91316 -136.68361", {Algorithm::unshifted});
  return {
      "far_below_zero",
      "A real row, far below zero",
      {Prose{fmt::format("After \"Data visualization empowers users to\" GPT-2 has {} logits (an "
                         "example of poloclub/transformer-explainer). The two largest are {} and "
                         "{}. All others are lower.",
                         count(gpt2_vocabulary), row.logits[0].text(), row.logits[1].text())},
       Question{"overflow/real_row", "What does the formula make of this row in binary32?",
                std::vector<Option>{
                    {"the right shares: only large logits above zero are dangerous", false,
                     "Below zero nothing overflows. But e^z can also become too small for the "
                     "format, and here all of them do."},
                    {"zero for every token", false,
                     "The exponentials are zero. But so is their sum, and a share is the "
                     "quotient of the two."},
                    {"NaN for every token", true,
                     "Every exponential underflows to zero, so does the sum, and `0/0` is NaN."}},
                ""},
       figure("These two alone:", row),
       Prose{"If e to the largest logit is zero, so is e to each of the others. Nothing is wrong "
             "with the model: only differences count, so training need not keep logits near zero."},
       SpeakerNote{"Most texts warn of large logits only. Ask what it would change in real "
                   "arithmetic to add a thousand to every logit (nothing), and then why a model "
                   "should care where its logits lie."}}};
}

Idea in_each_format() {
  const Format eight = parse_format("e4m3fn");
  return {
      "in_each_format",
      "Format by format",
      {Question{"overflow/first_to_overflow",
                "A logit grows from zero on. In which of these does e^z become infinite first?",
                std::vector<Option>{
                    {"bfloat16: it has the fewest bits in its fraction", false,
                     "The bits of the fraction say how fine a number is, not how large. bfloat16 "
                     "has the exponents of binary32, and overflows where binary32 does."},
                    {"binary16: it has the fewest bits in its exponent", true,
                     "The exponent decides the range. binary16 has five bits for it, bfloat16 and "
                     "binary32 have eight."},
                    {"binary16 and bfloat16 together: both have sixteen bits", false,
                     "They share them out differently: five bits are for the exponent in "
                     "binary16, eight in bfloat16."}},
                ""},
       tops_by_format(), Prose{"Where the table says `0`, the sum alone was too large."},
       largest_by_format(),
       Prose{fmt::format("e4m3fn has no infinity: what is too large is NaN at once. It also gives "
                         "the pattern of its "
                         "topmost number, {}, to that NaN, so its largest number is {}.",
                         topmost_by_formula(eight), eight.largest)},
       Prose{fmt::format(
           "\"Too large for floating-point numbers to represent\" is *nearly true* "
           "of e to a thousand: it is for these formats. The binary128 of IEEE 754 "
           "has fifteen bits of exponent and ends at a z of about {}. More bits move the "
           "end; they do not take it away.",
           end_of_binary128())}}};
}

Idea five_failures() {
  static const Trace subnormal = traced("-103 -103.5", {Algorithm::unshifted});
  return {
      "five_failures",
      "Five ways to fail, and who notices",
      {births(),
       Prose{fmt::format(
           "Two rows are NaN all over: somebody will notice. One has a zero beside its NaN, "
           "one is all zeros. The last looks like a distribution, and is wrong: e to "
           "{} and e to {} are both rounded to the smallest subnormal number, so they come "
           "out equal. The real shares are {} and {}.",
           subnormal.logits[0].text(), subnormal.logits[1].text(),
           percent(reference(subnormal, 0), 3), percent(reference(subnormal, 1), 3))},
       Prose{"In short: `x/inf` is zero and says nothing, `inf/inf` and `0/0` are NaN and spread, "
             "and a subnormal number is only short of bits. All five rows have one cause, an "
             "exponential or a sum outside the range in which the format has all its bits, "
             "and one cure: the next lesson."}}};
}

}  // namespace softmax::lessons::lesson_06
