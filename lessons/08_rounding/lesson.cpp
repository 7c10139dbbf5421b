// Lesson 8: what one rounding does, and what many come to.
#include <fmt/format.h>

#include "engine/errors.hpp"
#include "lessons/08_rounding/figures.hpp"
#include "lessons/catalogue.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using namespace roundings;

Idea spacing() {
  constexpr double far = 1000;
  constexpr std::string_view low = "bfloat16";
  const double times = (gap(far, "binary32") / gap(1, "binary32")).approximate();
  return {
      "spacing",
      "The gap between two neighbours",
      {Prose{fmt::format("A format holds finitely many numbers. The gap between neighbours at a "
                         "number y is called ulp(y), the *unit in the last place*. At {} it is {} "
                         "in binary32.",
                         rounded(1, 1), rounded(gap(1, "binary32").approximate(), 3))},
       Question{"rounding/gap",
                fmt::format("How many times as wide is the gap at {}?", rounded(far, 4)),
                Number{rounded(times, 4),
                       3,
                       {{rounded(far, 4),
                         "The gap does not follow every number: it doubles at each power of two, "
                         "and is the same between them."},
                        {rounded(2 * times, 4),
                         "That is the next power of two. The gap belongs to the one below."},
                        {rounded(1, 1),
                         "That is so in fixed point. Floating point keeps the number of digits, "
                         "not the gap."}}},
                "It has doubled at every power of two on the way."},
       Formula{R"(\mathrm{ulp}(y) = 2^{\max(\lfloor \log_2 |y| \rfloor,\ e_{\min}) - p + 1})",
               "ulp(y) = 2^(max(floor(log2 |y|), emin) - p + 1)"},
       Prose{fmt::format("The *precision* p is the number of bits that a format keeps: {} in {}. "
                         "Below the exponent emin of its smallest normal number the gap shrinks "
                         "no more.",
                         parse_format(low).precision, low)},
       gaps(fmt::format("The gaps of {}:", low), low,
            {{1, "e^0"}, {exp(Certified(1)).approximate(), "e^1"}})}};
}

Idea one_rounding() {
  constexpr std::string_view tenth = "0.1";
  return {
      "one_rounding",
      "One rounding",
      {Prose{"Rounding to nearest moves a number by half a gap at most. Compared with the number "
             "itself, as long as it is a normal one, that is never more than u, the **unit "
             "roundoff**: a gap is widest, relative to its numbers, just at a power of two, and "
             "half of it is u there. With fl(x) for x rounded to the format:"},
       Formula{
           R"(|\mathrm{fl}(x) - x| \le \tfrac12\,\mathrm{ulp}(x) \le u\,|x|, \qquad u = 2^{-p})",
           "|fl(x) - x| <= ulp(x)/2 <= u |x|,   u = 2^-p"},
       readings(fmt::format("The logit {}, read in each format: one rounding.", tenth), tenth),
       Prose{"Here and below an error in ulp counts gaps, and an error in u is a relative one."},
       Prose{"Every operation of a trace rounds like that, once: + - * / by IEEE 754, and exp "
             "because the engine computes it in high precision first. A C library promises less: "
             "the `expf` of glibc gives the farther of the two neighbours for a few arguments in "
             "a hundred thousand, and not for the same few on every machine."},
       SpeakerNote{"`FLT_EPSILON` of C is the gap at one, twice u. Many have learnt the one as "
                   "the other: ask what the largest error of one rounding is."}}};
}

Idea more_than_half() {
  constexpr std::size_t i = 1;
  const Trace& t = small_row();
  const Errors here = errors(t.runs[0].stages.back(), i, t.format()).value();
  return {
      "more_than_half",
      "More than half a gap",
      {figure(fmt::format("The second share is off by {} ulp.", digits(here.total, 3)), t),
       Question{"rounding/one_division",
                "The share came out of one division. By how many ulp can one division round, at "
                "most?",
                Number{rounded(0.5, 2),
                       2,
                       {{rounded(1, 1),
                         "Rounding to nearest never goes to the farther of the two neighbours: "
                         "half a gap is the most."},
                        {digits(here.total, 2),
                         "That is the error of the result. Part of it came in with what was "
                         "divided."}}},
                fmt::format("Here it rounded by {}: the *local* error. The other {} came in with "
                            "what was divided: the *inherited* one.",
                            digits(here.local, 3), digits(here.inherited, 3))},
       SpeakerNote{"With `--step` every value says how much of its error is local and how much "
                   "inherited. The column `outcome` is about the stage alone."}}};
}

Question exact_subtraction(const std::string& off) {
  return {"rounding/exact_subtraction",
          "How far off is the second of the three after that exact subtraction?",
          std::vector<Option>{
              {"not at all: the subtraction is exact", false,
               "Exact is said of the stage: it adds no error. It does not mend what it got."},
              {"by less than one ulp, like the two numbers that were subtracted", false,
               "In size the error stays what it was. But the difference is small, and its ulp "
               "with it: the same error is many of the smaller gaps."},
              {"by some hundreds of ulp", true,
               fmt::format("It is {} ulp, all of it inherited. The error kept its size, and the "
                           "gap shrank.",
                           off)}},
          ""};
}

Idea exact_and_wrong() {
  constexpr std::size_t i = 1;
  const Trace& t = far_row(TemperatureOrder::scale_first);
  const Errors off = errors(stage(t.runs[0], Stage::subtract), i, t.format()).value();
  const auto scaling_error = [&](std::size_t element) {
    return digits(errors(stage(t.runs[0], Stage::scale), element, t.format()).value().local, 3);
  };
  return {
      "exact_and_wrong",
      "Exact, and far off",
      {Prose{fmt::format("The logits {}, {} and {} are divided by T = {}, then the largest is "
                         "subtracted. Two numbers within a factor of two of each other subtract "
                         "exactly: not a bit is lost.",
                         t.logits[0].text(), t.logits[1].text(), t.logits[2].text(),
                         t.settings.temperature.text())},
       exact_subtraction(digits(off.total, 3)),
       Formula{R"(\frac{\text{computed} - \text{reference}}{\mathrm{ulp}} = )"
               R"(\text{local} + \text{inherited})",
               "error = (computed - reference) / ulp = local + inherited"},
       errors_of("The second of the three, in ulp of each value:", t.runs[0], i, t.format()),
       Prose{fmt::format(
           "*Local* is measured from the exact result on what the stage really got. A reference "
           "starts from the logits as they were read, so nobody inherits the error of reading. "
           "(The table of lesson {} also counted the reading.) The harm was done by two local "
           "errors of the scaling, {} ulp here and {} ulp at the maximum, small as they look: "
           "subtracting only shows them.",
           find("max_subtract").number, scaling_error(i), scaling_error(0))}}};
}

Idea ledger_of_both() {
  constexpr std::size_t i = 0;
  const Trace& t = far_row(TemperatureOrder::scale_first);
  return {
      "ledger",
      "Which stage cost what",
      {Prose{fmt::format("Errors in ulp cannot be added up over stages: each is in gaps of its "
                         "own. The *ledger* can. Let p_k be the share with its first k stages "
                         "computed in {}, and the rest exactly. What one stage more changes "
                         "in ln p is the cost of that stage, and the costs add up.",
                         t.format().name)},
       Formula{R"(\ln \hat p - \ln p = \sum_k \left(\ln p_k - \ln p_{k-1}\right))",
               "ln p computed - ln p = sum over k of (ln p_k - ln p_(k-1))"},
       ledgers("The change of the logarithm of the first share, in units of u (same logits):", i),
       Prose{"The ledger names the stage at fault: scaling, while the trace showed the error one "
             "stage later. Divided by T after the subtraction, the same logits cost less in all "
             "than a single rounding may. So subtract first."}}};
}

}  // namespace

Content rounding() {
  return {"How far off is a computed share, and which operation is to blame?",
          {spacing(), one_rounding(), more_than_half(), exact_and_wrong(), ledger_of_both(),
           stall(), order(), theory(), sharper()},
          {"One rounding moves a number by half an ulp at most, and by u of itself at most.",
           "A stage adds a local error to the inherited one: an exact stage can be far off.",
           "The ledger names the stage that cost accuracy; the trace shows where it is seen.",
           "In a long row the order of the summation dwarfs every other rounding.",
           "A bound of one or more promises nothing: it is vacuous, not wrong."},
          {{"trace 500.3 500.1 499 -T 0.7 --temperature-order scale_first -a shifted --step",
            "every value says how much of its error is local and how much inherited"},
           {"trace 0.3 -60.1 -70.7",
            "the shift buys range and costs accuracy: compare the last shares, and the bounds"},
           {"trace 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -f e4m3fn --top 2",
            "twenty ones, and where their sum stalls; then add `--sum pairwise`"}},
          {}};
}

}  // namespace softmax::lessons
