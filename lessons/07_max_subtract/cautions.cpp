// The second half of lesson 7.
#include "lessons/07_max_subtract/cautions.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "engine/errors.hpp"
#include "engine/outcome.hpp"
#include "lessons/07_max_subtract/figures.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::lesson_07 {
namespace {

using namespace page;

const Trace& near() {
  static const Trace made = traced("500.3 500.1 499", {Algorithm::shifted});
  return made;
}

const Trace& far() {
  static const Trace made = traced("20.3 0.1", {Algorithm::shifted, Algorithm::unshifted});
  return made;
}

constexpr std::size_t vocabulary = 128'000;
constexpr std::size_t stage_subtract = 2;  // read, max, subtract

std::size_t rounded_differences(const Trace& t) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < t.logits.size(); ++i) {
    count += outcome(t.runs[0], stage_subtract, i, t.format()) == Outcome::rounded ? 1U : 0U;
  }
  return count;
}

/// By how many u the second share of `far` is off.
std::string off_in_u(std::size_t run) {
  const StageRow& shares = far().runs[run].stages.back();
  return rounded(relative_error_in_u(shares, 1, far().format()).value(), 2);
}

Question rounded_question() {
  return {"max_subtract/rounded_differences",
          fmt::format("The logits {}, {} and {} are read into binary32, and the maximum is "
                      "subtracted. How many of the three differences have to be rounded?",
                      near().logits[0].text(), near().logits[1].text(), near().logits[2].text()),
          Number{std::to_string(rounded_differences(near())),
                 0,
                 {{"3",
                   "A difference is rounded only where it has more bits than the format. The "
                   "difference of two numbers close to each other has fewer."},
                  {"2",
                   "The maximum less itself is exact, true. But so are the other two: numbers "
                   "close to each other have a difference of few bits."}}},
          "If the larger of two positive floats is at most twice the smaller, their difference is "
          "exact: Sterbenz's lemma."};
}

/// Where "which never overflows" and "harmless" end.
std::string limits_in_narrow_formats() {
  const Trace apart = traced("300 -300", {Algorithm::shifted}, in("e4m3fn"));
  Settings half = in("binary16");
  half.order = SumOrder::pairwise;
  const Given low = Given::from_text("-17.4");
  const Certified together = Certified(static_cast<double>(vocabulary)) * exp(low.value());
  return fmt::format(
      "That the shifted formula \"never overflows\" is right of the exponentials, and *nearly "
      "true* of the rest, in narrow formats:\n\n"
      "- the difference of {} and {} is too large for e4m3fn: the shares are {};\n"
      "- the sum of {} ones, added pairwise, is too large for binary16: it is {};\n"
      "- what underflows may add up: {} logits of {}, beside a maximum of zero, have {} of the "
      "mass together, and in binary16 each of their exponentials is {}.",
      apart.logits[0].text(), apart.logits[1].text(), rounded(result(apart, 0), 2),
      count(vocabulary), rounded(summed(std::vector<double>(vocabulary, 1.0), half), 2),
      count(vocabulary), low.text(), percent(together / (Certified(1.0) + together), 2),
      rounded(exp_rounded(low.held_in(half.arithmetic.format), half.arithmetic.format), 2));
}

}  // namespace

Idea what_it_costs() {
  return {
      "what_it_costs",
      "What the shift costs",
      {rounded_question(), ledgers(near(), 0, far(), 1),
       Prose{fmt::format("In the first row the subtraction costs nothing. What was lost was lost "
                         "in reading: floats near {} are {} apart. In the second the difference "
                         "needs more bits than there are, and that is the largest entry after "
                         "reading.",
                         near().logits[2].text(),
                         rounded(ulp(near().logits[2].value(), near().format()).approximate(), 3))},
       Formula{R"(\left|\frac{e^{d_j}}{e^{z_j - m}} - 1\right| \lesssim (m - z_j)\,u, \quad )"
               R"(d_j = z_j - m \text{ rounded})",
               "|e^d_j / e^(z_j - m) - 1|  is at most about  (m - z_j) u,\nwhere d_j is z_j - m, "
               "rounded"},
       Prose{fmt::format("Here u is {}, half the spacing at one. The second share of the second "
                         "row is off by {} u, and by only {} u without the shift. Shares far below "
                         "the largest are tiny, so it hardly matters; but the shift buys *range*, "
                         "not accuracy.",
                         rounded(unit_roundoff(far().format()), 3), off_in_u(0), off_in_u(1))}}};
}

Idea what_still_underflows() {
  return {
      "what_still_underflows",
      "The underflow that is left",
      {Question{"max_subtract/underflow_left",
                "Shifted logits are at most zero, and may be far below. In binary32 e to one of "
                "them still underflows to zero. What follows?",
                std::vector<Option>{
                    {"the row can become `0/0` again", false,
                     "The maximum's own exponential is one, so the sum is at least one."},
                    {"that share is computed as zero, and no float is nearer to the real one", true,
                     "It is smaller than half the smallest number. Divided by a sum of one or "
                     "more it does not grow."},
                    {"the other shares become too large", false,
                     "What the sum lacks is far below the last bit of a sum of one or more."}},
                ""},
       Formula{R"(1 = e^{0} \le \sum_j e^{z_j - m} \le n)", "1 = e^0 <= sum of e^(z_j - m) <= n"},
       share_and_logarithm("0 -200"),
       Prose{"So the shares take no harm. Their logarithms would: whoever needs those computes "
             "`log_softmax`, z less the maximum less ln of the sum, and takes no logarithm of a "
             "share."},
       Prose{limits_in_narrow_formats()}}};
}

Idea wrong_start() {
  const std::string logits = "-200 -201";
  const Lessened row = with_start(logits, 0);
  const Trace right = traced(logits, {Algorithm::shifted});
  return {
      "wrong_start",
      "A maximum that starts at the wrong number",
      {Prose{"A loop keeps the largest logit so far. It must start somewhere:\n\n"
             "`float m = 0; for (float z : logits) m = std::max(m, z);`"},
       Question{
           "max_subtract/starts_at_zero",
           fmt::format("The logits are {} and {}. With the m of this loop subtracted, what "
                       "is computed for the first share, in binary32?",
                       right.logits[0].text(), right.logits[1].text()),
           Number{rounded(row.shares[0], 3),
                  2,
                  {{digits(reference(right, 0), 3),
                    "That would be so with the maximum. But no logit is above zero, so m "
                    "stays zero and nothing is shifted."},
                   {"0", "The exponential is zero, and so is the sum that it is divided by."}}},
           "Both exponentials are zero, so is their sum, and `0/0` is NaN."},
       wrong_starts(),
       Prose{"Real code has started at zero (uTensor/uTensor#176, itself a fix of an overflow), at "
             "`FLT_MIN`, which is the smallest *positive* normal float "
             "(mit-han-lab/tinyengine#107), and at a finite stand-in for -inf that real logits "
             "went below (flashinfer-ai/flashinfer#4401)."},
       Prose{"Start at the first logit, or at -inf. Each of these bugs passes every test whose "
             "logits "
             "are near zero or above: test with a row that lies far below."},
       SpeakerNote{"Ask for a row that this loop gets right (nearly any), then for one that it "
                   "gets wrong. The third row of the table is the worst: shares that look like "
                   "shares."}}};
}

Idea every_implementation() {
  return {
      "every_implementation",
      "Does everybody do it?",
      {Prose{"\"Every real softmax implementation uses this trick\" is *nearly true*."},
       Prose{"- ggml (`ggml_soft_max` of llama.cpp), oneDNN, onnxruntime and XNNPACK's default "
             "kernels subtract the maximum of the row.\n"
             "- Online softmax subtracts the largest logit *so far*, and mends the sum when a "
             "larger one comes: a later lesson.\n"
             "- XNNPACK also has kernels that subtract nothing (`raddextexp`): they keep each "
             "exponential as a float and a power of two beside it, so it has range enough.\n"
             "- And programs without any cure are still written: public trackers hold many such "
             "reports (dwavesystems/dwave-optimization#555 is one)."},
       Prose{"If you see max before exp in model code, this is what it is doing. Then look at "
             "three things: what the maximum starts at; whether it is the maximum of the one row "
             "(of a whole batch it may be far above it); and what happens if every token of the "
             "row is forbidden (masked), each logit -inf, for -inf less -inf is NaN."}}};
}

}  // namespace softmax::lessons::lesson_07
