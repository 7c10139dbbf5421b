// The ideas of lesson 8 about long sums, and what theory says of them.
#include <fmt/format.h>

#include "engine/bounds.hpp"
#include "lessons/08_rounding/figures.hpp"

namespace softmax::lessons::roundings {

using namespace page;

constexpr std::string_view worked_example = "2.0 1.0 0.1";

Idea stall() {
  const Trace t = many_zeros(SumOrder::sequential);
  const Format& format = t.format();
  const double got = stage(t.runs[0], Stage::sum).computed[0];
  return {
      "stall",
      "A sum that stops",
      {Prose{fmt::format("Take {} logits of zero. Each exponential is one, exactly. They are "
                         "added in {}, one after the other.",
                         count(many), format.name)},
       Question{"rounding/stall",
                fmt::format("What does the machine hold as their sum? (The largest number of {} "
                            "is {}.)",
                            format.name, rounded(format.largest, 5)),
                Number{rounded(got, 4),
                       4,
                       {{rounded(static_cast<double>(many), 4),
                         "That is the real sum, and the format could hold it. But there is a "
                         "number on the way to which adding one changes nothing."},
                        {"inf", "The sum is far below the largest number: nothing overflows."},
                        {rounded(format.largest, 5),
                         "Floating point does not stick at its largest number, and the sum never "
                         "comes near it."}}},
                "The gap there is two. One more lies in the middle between two neighbours, and a "
                "tie goes to the even one: back to where it was."},
       running_sum("The running sum:", t),
       Prose{fmt::format("Each share becomes one over the stalled sum, so all together they weigh "
                         "{} instead of one. Real programs have had such rows, in attention over "
                         "as many keys.",
                         rounded(static_cast<double>(many) * result(t, 0), 3))}}};
}

Idea order() {
  const LongSum& sequential = long_sums().front();
  const double share = -sequential.error_in_u * unit_roundoff(parse_format("binary32"));
  return {
      "order",
      "The order of a long sum",
      {Prose{fmt::format("A row of {} exponentials, as long as the vocabulary of Llama 3, does "
                         "not stop in binary32. But each addition rounds, and an addend below "
                         "half a gap of the sum is lost whole. Added in pairs, then in pairs of "
                         "pairs, numbers of like size meet.",
                         count(vocabulary))},
       Question{"rounding/pairwise",
                "Through how many additions does one addend go at most, in pairs of pairs?",
                Number{std::to_string(halvings(vocabulary)),
                       2,
                       {{std::to_string(vocabulary - 1),
                         "So many additions there are in all, and in sequence the first addend "
                         "does go through all of them."},
                        {std::to_string(vocabulary / 2),
                         "That is how many additions the first round has. Each addend is in one "
                         "of them."}}},
                "As often as the row can be halved."},
       table_of_long_sums("The sum in each order, in binary32:"),
       Prose{fmt::format("*Compensated* keeps what each addition lost, and adds it at the end. An "
                         "error of the sum goes into every share, with the other sign: in "
                         "sequence all shares become too large by {}. No exp and no division does "
                         "anything like it.",
                         percent(share, 2))}}};
}

Idea theory() {
  const Trace t = traced(worked_example, {Algorithm::shifted});
  const Bound normwise = bounds(t.runs[0], t)[0];
  const double bound = normwise.in_u.value();
  const auto n = static_cast<double>(t.logits.size());
  constexpr double others = 2;  // and the factor of the spread
  const std::string spread = rounded((bound - n - others) / others, 2);
  return {
      "theory",
      "What theory promises",
      {Prose{"A theorem says beforehand how large the error of a shifted softmax of n logits can "
             "become, if T is one, nothing over- or underflows, and the sum is taken in sequence "
             "(but for terms in the square of u):"},
       Formula{R"(\frac{\max_i |\hat p_i - p_i|}{\max_i p_i} \le )"
               R"((n + 2 + 2\,(z_{\max} - z_{\min}))\,u)",
               "max |p computed - p| / max p <= (n + 2 + 2 (z_max - z_min)) u"},
       Question{
           "rounding/bound",
           fmt::format("How many u is that for the logits {}, {} and {}?", t.logits[0].text(),
                       t.logits[1].text(), t.logits[2].text()),
           Number{rounded(bound, 3),
                  2,
                  {{rounded(n + 2, 2),
                    "That is a row of equal logits. Subtracting the maximum rounds too, by "
                    "more the farther a logit is from it."},
                   {rounded(n + 2 + (bound - n - 2) / 2, 2),
                    "The spread counts twice: it is in the numerator and in the sum."}}},
           fmt::format("{0} + {1} + {1} times {2}.", rounded(n, 1), rounded(others, 1), spread)},
       bounds_in_each_format(fmt::format("{}, beside the machine:", normwise.theorem),
                             worked_example),
       Prose{fmt::format("The bound differs a little by format: {} is rounded when it is read. A "
                         "bound of one or more is **vacuous**: it would let every share be zero. "
                         "That is no sign of an error, only the end of the promise.",
                         t.logits.back().text())},
       SpeakerNote{"Theory adds up worst cases, and roundings mostly cancel: a measured error far "
                   "below the bound is the rule. An error above a bound that is not vacuous would "
                   "be a bug, in the machine or in the proof."}}};
}

Idea sharper() {
  return {
      "sharper",
      "A bound for each share",
      {Prose{"A sharper bound speaks of each share by itself, and of any order of summation:"},
       Formula{R"(\frac{|\hat p_i - p_i|}{p_i} \le (w_i + E + 2c + s + 1)\,u)",
               "|p_i computed - p_i| / p_i <= (w_i + E + 2c + s + 1) u"},
       Prose{"- w_i is how far logit i lies below the maximum: its difference was rounded;\n"
             "- E is the mean of w over the shares, which the sum inherits;\n"
             "- c is one if exp is correctly rounded, two for a C library;\n"
             "- s is of the summation: `n - 1` in sequence, the number of halvings in pairs, and "
             "`2 + n^2 u` compensated;\n"
             "- the last is the division."},
       zeros_in_each_order(fmt::format("The {} zeros again, in {}:", count(many), "binary16")),
       Prose{"In sequence the bound is vacuous, and deserved: every share was off by all of "
             "itself. In pairs it is small, and the machine errs by nothing at all. Compensated, "
             "the format is too narrow for the proof to promise anything, and still nothing is "
             "lost: vacuous does not mean wrong."}}};
}

}  // namespace softmax::lessons::roundings
