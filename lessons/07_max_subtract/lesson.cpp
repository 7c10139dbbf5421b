// Lesson 7: the maximum is subtracted first.
#include <fmt/format.h>

#include "lessons/07_max_subtract/cautions.hpp"
#include "lessons/07_max_subtract/figures.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using namespace lesson_07;

constexpr const char* row = "1000 999 998";

const Trace& broken() {
  static const Trace made = traced(row, {Algorithm::unshifted});
  return made;
}

Idea a_thousand_less() {
  const double m = stage(broken().runs[0], Stage::read).computed[0];
  const Lessened less = lessened(row, m);
  return {"a_thousand_less",
          "A thousand less",
          {Prose{fmt::format(
               "e to {}, {} and {} is infinite in binary32, and the "
               "formula makes {} of every share. Take a thousand from each logit, and "
               "{}, {} and {} are left. The differences are as they were.",
               broken().logits[0].text(), broken().logits[1].text(), broken().logits[2].text(),
               rounded(result(broken(), 0), 3), rounded(less.exponents[0], 3),
               rounded(less.exponents[1], 3), rounded(less.exponents[2], 3))},
           Question{"max_subtract/first_share",
                    "Guess what the same program computes for the first share of what is left.",
                    Number{rounded(less.shares[0], 4),
                           2,
                           {{rounded(less.exponentials[0], 2),
                             "That is its exponential. Divide it by the sum of all three."},
                            {rounded(1.0 / 3, 3),
                             "That would be so if the three were equal. They are one apart."},
                            {"nan", "Not any more: no exponential is infinite."}}},
                    "It is the share that the three had from the start."}}};
}

Idea the_fix() {
  return {"the_fix",
          "The maximum goes first",
          {Prose{"The largest logit, m, is subtracted from each before anything else:"},
           Formula{R"(p_i = \frac{e^{z_i - m}}{\sum_j e^{z_j - m}}, \qquad m = \max_j z_j)",
                   "p_i = e^(z_i - m) / sum of e^(z_j - m),   m = the largest z_j"},
           Prose{"Two stages more, `max` and `subtract`, and the formula is called *shifted*. The "
                 "largest exponent is zero, and e to it is one: no exponential can overflow, "
                 "whatever the logits are."},
           figure("Stage by stage:", traced("1000 999", {Algorithm::shifted})),
           SpeakerNote{"Let somebody say why the maximum and not the minimum or the mean, before "
                       "the next idea shows it."}}};
}

Idea the_proof() {
  return {
      "the_proof",
      "Why it changes nothing",
      {Formula{R"(\frac{e^{z_i - m}}{\sum_j e^{z_j - m}} = )"
               R"(\frac{e^{z_i} \cdot e^{-m}}{\sum_j e^{z_j} \cdot e^{-m}} = )"
               R"(\frac{e^{z_i}}{\sum_j e^{z_j}})",
               "e^(z_i - m) / sum e^(z_j - m)\n    = (e^z_i e^-m) / (sum e^z_j e^-m) = e^z_i / sum "
               "e^z_j"},
       Prose{"The factor e^-m is in every term of the sum and in the numerator. It cancels."},
       Question{"max_subtract/other_numbers", "Does the proof need m to be the maximum?",
                std::vector<Option>{
                    {"yes: with another number the shares would be others", false,
                     "Look for the place where the proof uses it. There is none: any e^-m "
                     "cancels."},
                    {"no, and a machine may subtract any number as well", false,
                     "The proof is about real numbers. A machine also has to hold the "
                     "exponentials on the way."},
                    {"no, but only a number near it keeps the exponentials in range", true,
                     "In real arithmetic any m will do. A machine needs exponents that are not "
                     "too large, and not all too small."}},
                ""},
       other_numbers(row),
       Prose{fmt::format(
           "For this row whatever is near enough to the maximum will do. At {} the exponentials "
           "are subnormal, and two shares are visibly wrong. The maximum itself is right for every "
           "row, without a thought: nothing overflows, and one exponential is one.",
           rounded(too_far_above, 4))}}};
}

Idea bit_for_bit() {
  const Agreement found = agreement_of_tenths();
  const double same = static_cast<double>(found.same) / static_cast<double>(found.rows);
  return {
      "bit_for_bit",
      "Identical, to the last bit?",
      {Question{"max_subtract/same_bits",
                "Take every row of three logits that are tenths, from zero to one, and compute it "
                "in binary32 both ways, unshifted and shifted. In how many rows are all bits of "
                "the shares the same?",
                std::vector<Option>{
                    {"in some of them, and not in most", true,
                     fmt::format(
                         "In {} of {}, or {}. The others differ in the last bits: two shares are "
                         "at most {} floats apart.",
                         count(found.same), count(found.rows), percent(same, 2), found.farthest)},
                    {"in all of them: the factor cancels", false,
                     "It cancels in real arithmetic. A machine computes other exponentials, "
                     "another sum, and rounds each anew."},
                    {"in none of them: a subtraction is never exact", false,
                     "Many subtractions are exact, and roundings may well come to the same bits."}},
                ""},
       Prose{"So \"the result is identical\" is *nearly true*: equal as real numbers, and in "
             "binary32 equal but for the last bits. All bits are the same for certain where the "
             "maximum is zero already."},
       rows_one_apart(),
       Prose{"One thing the shift does make identical. Rows that differ by a constant, held "
             "without rounding, have the same differences, and from there on everything is the "
             "same: the column at the right does not move."}}};
}

}  // namespace

Content max_subtract() {
  return {
      "How does one subtraction cure overflow and underflow, and is the result the same?",
      {a_thousand_less(), the_fix(), the_proof(), bit_for_bit(), what_it_costs(),
       what_still_underflows(), wrong_start(), every_implementation()},
      {"Subtract the maximum first: no exponential is above one, and their sum is at least one.",
       "It changes nothing in real arithmetic, for e^-m cancels; computed, last bits differ.",
       "The shift buys range. It costs accuracy in shares far below the largest.",
       "What underflows after the shift was too small for the format anyway.",
       "A maximum starts at a logit or at -inf, never at a number of your own."},
      {{"trace 1000 999 998",
        "the broken row and its cure (side by side in a window of a hundred columns)"},
       {"trace 20.3 0.1 --element 1",
        "in which entry of the two lines `ledger` (what each stage changed of ln p) does the shift "
        "show, and what does it cost?"},
       {"trace -inf -inf -a shifted", "every logit is masked: at which stage is the NaN born?"}},
      {}};
}

}  // namespace softmax::lessons
