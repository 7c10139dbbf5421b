// Lesson 1: where two logits end in one share.
#include <fmt/format.h>

#include "lessons/01_logits/ideas.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::logits_ideas {
namespace {

using namespace page;

const Trace& pair() {
  static const Trace made = traced("1e-9 2e-9", {Algorithm::unshifted});
  return made;
}

Table pair_in_each_format() {
  constexpr const char* close = "0.001 0.002";
  const std::vector<Given> logits = given(close);
  Table table{
      fmt::format("The logits {} and {}, as each format holds them, and their computed shares:",
                  logits[0].text(), logits[1].text()),
      {"format", "first logit", "second logit", "first share", "second share"},
      {}};
  for (const Format& format : builtin_formats()) {
    const Trace t = traced(close, {Algorithm::shifted}, in(format.name));
    const HeldRow& held = t.runs[0].stages.front().computed;
    table.rows.push_back({format.name, rounded(held[0], 5), rounded(held[1], 5),
                          rounded(result(t, 0), 6), rounded(result(t, 1), 6)});
  }
  return table;
}

}  // namespace

Idea equal_shares() {
  return {
      "equal_shares",
      "Is the order always kept?",
      {Prose{fmt::format("Two logits, {} and {}, in binary32. A program computes their softmax, "
                         "and then takes the token with the largest share; of equal ones, the "
                         "first.",
                         pair().logits[0].text(), pair().logits[1].text())},
       Question{"logits/largest_share", "Which token does it take?",
                std::vector<Option>{
                    {"the second: its logit is larger, and softmax keeps the order", false,
                     "So it is in real arithmetic. The computed shares are equal, and of equal "
                     "ones the program takes the first."},
                    {"the first", true,
                     fmt::format("Both shares are computed as {}. The first of equals wins, and "
                                 "the larger logit loses.",
                                 digits(result(pair(), 0), pair().format()))},
                    {"now this, now that: rounding is random", false,
                     "Rounding is a rule. The same logits give the same shares every time."}},
                ""},
       Prose{"\"The highest logit becomes the highest probability\" is *nearly* true. A larger "
             "logit never gets a smaller share, as long as no share is NaN (not a number, as "
             "`inf/inf` gives) and exp itself keeps the order (some fast ones do not): every stage "
             "rounds the larger of two numbers to a "
             "larger one, or to an equal one. So two logits may get the *same* share. Take the "
             "largest logit, not the largest share: "
             "vllm-project/vllm#13312 proposes it for a program that compared logarithms of "
             "shares.\n\n(Sentences in quotation marks are from common introductions to softmax; "
             "the lessons say how far they hold.)"}}};
}

Idea where_they_become_equal() {
  return {
      "where_they_become_equal",
      "Where two become one",
      {figure("Find the first stage that holds one number twice:", pair()),
       Prose{fmt::format(
           "It is `exponentiate`, the second stage. Both exponentials are nearer to {} than to any "
           "other number of binary32. The division only passes it on.\n\n"
           "The column `reference` holds the numbers as they were given, and below `read` what "
           "real arithmetic makes of the numbers as read. `ulp` says how far off the computed one "
           "is, in steps from one number of the format to the next. `exact` "
           "is said of the stage alone: it rounded nothing, whatever was lost before.",
           digits(stage(pair().runs[0], Stage::exponentiate).computed[0], pair().format()))},
       SpeakerNote{"Let the class find the stage before they read on. They tend to blame the "
                   "division, because that is where the shares are."}}};
}

Idea equal_in_which_format() {
  return {
      "equal_in_which_format",
      "The fewer bits, the more equals",
      {Prose{"In a narrow format the logits need not be tiny. The formats below have eight, eight, "
             "sixteen, sixteen, thirty-two and sixty-four bits. e4m3fn has four bits of exponent "
             "and three of fraction, e5m2 five and two."},
       pair_in_each_format(),
       Prose{"In e4m3fn the two are one number as soon as they are read. In e5m2 and bfloat16 "
             "they are read as two, and their exponentials are both one. From binary16 on the "
             "shares differ. Many models compute their logits in bfloat16: there the order "
             "may be lost before softmax begins, and no softmax brings it back."}}};
}

}  // namespace softmax::lessons::logits_ideas
