// Lesson 11: three passes, two passes, blocks.
#include <fmt/format.h>

#include "engine/blocks.hpp"
#include "engine/passes.hpp"
#include "engine/stepper.hpp"
#include "lessons/11_online/parts.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using namespace online_parts;

Idea three_passes() {
  const Passes shifted = passes(Algorithm::shifted);
  return {
      "three_passes",
      "How often is the row read?",
      {Prose{"Subtracting the maximum has a price in memory traffic. The maximum must be known "
             "before the first exponential, and the sum before the first quotient."},
       Question{"online/reads",
                "A row is too long for the cache. How many times does the shifted softmax go over "
                "it?",
                Number{std::to_string(shifted.loops),
                       0,
                       {{std::to_string(passes(Algorithm::unshifted).loops),
                         "That is enough without the maximum. It needs a pass of its own."},
                        {"1", "The sum is not known before the last logit was seen."}}},
                ""},
       SpeakerNote{"Let them name the three: maximum; exponentials and sum; divide."}}};
}

Table counts() {
  Table table{
      "What each algorithm does with one logit, if it stores no exponentials but computes them "
      "again (log_sum_exp gives one number, ln of the sum):",
      {"algorithm", "passes", "reads", "writes", "exponentials"},
      {}};
  for (const Algorithm algorithm :
       {Algorithm::unshifted, Algorithm::shifted, Algorithm::online, Algorithm::log_sum_exp}) {
    const Passes p = passes(algorithm);
    table.rows.push_back({std::string(name(algorithm)), std::to_string(p.loops),
                          std::to_string(p.reads), std::to_string(p.writes),
                          std::to_string(p.exponentials)});
  }
  return table;
}

Idea two_passes() {
  return {
      "two_passes",
      "Maximum and sum in one pass",
      {Prose{"Guess the maximum, and mend the sum when the guess was wrong. Keep the largest logit "
             "so far, m, and the sum s of e to (z - m). When a larger logit comes, everything that "
             "is in s was measured from too low a maximum: multiply it by e to the difference."},
       Formula{R"(m' = \max(m, z), \qquad s' = s\,e^{m-m'} + e^{z-m'})",
               "m' = max(m, z),   s' = s e^(m - m') + e^(z - m')"},
       counts(),
       Prose{"Nearly true: \"Softmax itself is cheap: three passes over the data.\" Three is the "
             "count of the shifted algorithm; the online one needs two, and pays with one more "
             "exponential and multiplication whenever a new maximum comes."}}};
}

/// The stream after each logit, as far as the row goes.
Table stream_table() {
  Table table{fmt::format("The row {}, logit after logit:", row_text()),
              {"logit", "largest so far", "sum so far"},
              {}};
  const std::vector<double> z = row();
  for (std::size_t i = 0; i < z.size(); ++i) {
    const HeldStream so_far = stream_of(std::span(z).first(i + 1));
    table.rows.push_back(
        {rounded(z[i], 3), rounded(so_far.max_logit, 3), decimals(so_far.normalizer, 4)});
  }
  return table;
}

Idea streaming() {
  const std::vector<double> z = row();
  const HeldStream two = stream_of(std::span(z).first(2));
  const HeldStream three = stream_of(std::span(z).first(3));
  return {
      "streaming",
      "Watch the sum being mended",
      {Question{
           "online/mended",
           fmt::format("The row is {}. After two logits the sum is {}, measured from {}. What is "
                       "it after the third?",
                       row_text(), decimals(two.normalizer, 4), rounded(two.max_logit, 3)),
           Number{digits(three.normalizer, format()),
                  2,
                  {{decimals(two.normalizer + 1, 4),
                    "That adds e to zero and leaves the old sum as it is. It was measured from "
                    "a lower maximum, and must shrink."},
                   {decimals(two.normalizer, 4),
                    "The third logit is the new maximum: it adds one, and the old sum "
                    "shrinks."}}},
           ""},
       stream_table(),
       figure(
           "The whole algorithm; of its stage `stream` the first number is the maximum, the second "
           "the sum:",
           traced(row_text(), {Algorithm::online}))}};
}

}  // namespace

Content online() {
  return {
      "How can a softmax read its row fewer times, and in pieces?",
      {three_passes(), two_passes(), streaming(), blocks_idea(), neutral(), bits(), where_used()},
      {"Shifted goes over the row three times, online twice.",
       "A new maximum rescales the sum: s e to (m - m'), then the new exponential is added.",
       "Blocks merge by the same rule, in any grouping; an all-masked block has the maximum "
       "minus infinity and the sum zero.",
       "In real arithmetic the grouping is no matter; computed, the last bits depend on it."},
      {{"trace 1 3 2 5 -a online --step",
        "at the second number of stream: the sum after each logit"},
       {"trace -inf -inf 2 1 -a online", "a row that begins with masks"},
       {"trace 0 1 2 3 -a online,shifted", "two algorithms side by side: compare the last digits"}},
      {}};
}

}  // namespace softmax::lessons
