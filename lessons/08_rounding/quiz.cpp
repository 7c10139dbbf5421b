// The quiz of lesson 8.
#include <fmt/format.h>

#include <cmath>

#include "engine/errors.hpp"
#include "lessons/08_rounding/figures.hpp"
#include "lessons/catalogue.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

Question stalled_sum() {
  const Format format = parse_format("bfloat16");
  const double stalls = 1 / unit_roundoff(format);
  return {"rounding/where_it_stalls",
          fmt::format("In {}, whose precision is {} bits, ones are added one after the other. At "
                      "which sum does it stop growing?",
                      format.name, format.precision),
          Number{rounded(stalls, 3),
                 3,
                 {{rounded(stalls / 2, 3),
                   "There the gap is one: adding one reaches the next neighbour exactly."},
                  {rounded(stalls * 2, 3),
                   "There the gap is four. The sum has stopped before, where the gap is two."},
                  {rounded(format.largest, 3),
                   "That is where the format ends. The gap has outgrown the addend long before."}}},
          "The sum stops at the first number whose gap is two: two to the power of the precision."};
}

Question ulp_in_u() {
  return {"rounding/ulp_in_u",
          "A share, a normal number, is off by exactly one ulp. What is the largest that its "
          "relative error can be, in units of u?",
          Number{rounded(2, 1),
                 2,
                 {{rounded(1, 1),
                   "That is the smallest that it can be, just below a power of two. At the power "
                   "of two itself the gap is two u of the number."},
                  {rounded(0.5, 1),
                   "Half an ulp is what a rounding does at most; here it is a whole one."}}},
          "Just at a power of two the gap is two u of the number, just below it one u."};
}

Question two_orders() {
  constexpr double near = -3.19;
  const double apart = roundings::gap(near, "binary32").approximate();
  return {"rounding/two_orders",
          fmt::format("Two programs compute a log-probability near {} in binary32, in different "
                      "orders. The results differ by {}. How many ulp is that?",
                      rounded(near, 3), rounded(apart, 5)),
          Number{rounded(1, 1),
                 0,
                 {{rounded(2, 1),
                   "That is in gaps at one. The gap at the number itself is twice as wide."}}},
          "Somebody once reported such a difference as an instability. One ulp is as near as two "
          "different results can be: both may be right to within their rounding."};
}

Question shifted_is_better() {
  const Trace t = traced("0.3 -60.1 -70.7", {Algorithm::unshifted, Algorithm::shifted});
  constexpr std::size_t i = 2;
  const auto in_u = [&](std::size_t run) {
    const StageRow& last = t.runs[run].stages.back();
    return rounded(relative_error_in_u(last, i, t.format()).value(), 3);
  };
  return {"rounding/stable",
          "\"Subtracting the maximum makes the small shares more accurate.\" Is that so?",
          std::vector<Option>{
              {"yes: that is what numerically stable means", false,
               "It guards against overflow and against a sum of zeros. That is range, not "
               "accuracy."},
              {"no: it costs accuracy where logits are far below the maximum", true,
               fmt::format("Of the logits {}, {} and {} the last share is off by {} u unshifted "
                           "and by {} u shifted: each difference is rounded, in gaps of its own "
                           "size.",
                           t.logits[0].text(), t.logits[1].text(), t.logits[2].text(), in_u(0),
                           in_u(1))},
              {"it makes no difference: the maximum cancels", false,
               "It cancels in real arithmetic. In a machine the subtraction rounds, and e to it "
               "feels that."}},
          ""};
}

Question vacuous() {
  return {"rounding/vacuous", "A trace says: bound vacuous, measured error small. What follows?",
          std::vector<Option>{
              {"the result cannot be trusted: an error of that size is there", false,
               "A bound is what theory cannot exclude. What is there was measured, and is small."},
              {"the theorem does not hold in this format", false,
               "It holds: a small error is below a large bound."},
              {"theory promises nothing here; this one result is fine all the same", true,
               "Of another row of the same length and spread nothing is known beforehand."}},
          ""};
}

Question two_machines() {
  return {"rounding/two_machines",
          "A program that calls `expf` runs on two machines. Both follow IEEE 754, and no unsafe "
          "options were used. Can its shares differ between them?",
          std::vector<Option>{
              {"yes: the standard requires correct rounding of + - * / but not of exp", true,
               "Each library has an `expf` of its own, and one library may choose between several "
               "by the processor. That is why a trace computes exp itself."},
              {"no: IEEE 754 fixes every result to the last bit", false,
               "It does for + - * / and the square root. For exp it only recommends it."},
              {"only if one of them computes in double precision", false,
               "A library that does is likely to be right more often, but it is not the only "
               "way to differ."}},
          ""};
}

}  // namespace

std::vector<Question> rounding_quiz() {
  return {stalled_sum(), ulp_in_u(), two_orders(), shifted_is_better(), vacuous(), two_machines()};
}

}  // namespace softmax::lessons
