// Lesson 3: sum and divide.
#include <fmt/format.h>

#include <array>
#include <string>

#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

const Trace& example() {
  static const Trace made = traced("2.0 1.0 0.1", {Algorithm::unshifted});
  return made;
}

double exponential(std::size_t i) {
  return stage(example().runs[0], Stage::exponentiate).computed[i];
}
double normalizer() { return stage(example().runs[0], Stage::sum).computed[0]; }

Idea three_shares() {
  const double sum_of_logits = summed(example().runs[0].stages[0].computed, example().settings);
  return {
      "three_shares",
      "Three scores, three shares",
      {Prose{fmt::format("A model gives three tokens the logits {}, {} and {}. They are scores: "
                         "they add up to {}, and no share can be read off them. Softmax turns "
                         "them into shares of one whole in three stages, *exponentiate*, *sum* "
                         "and *divide*.",
                         example().logits[0].text(), example().logits[1].text(),
                         example().logits[2].text(), rounded(sum_of_logits, 2))},
       Question{
           "normalize/first_share",
           "Guess before you compute: what share will the largest logit get? (To three digits.)",
           Number{digits(reference(example(), 0), 3),
                  3,
                  {{rounded(2.0 / sum_of_logits, 3),
                    "That divides the logit itself by the sum of the logits. Softmax "
                    "divides exponentials: logits may be negative, or add up to zero."},
                   {digits(reference(example(), 0), 2),
                    "That is right to two digits. Three are asked for."},
                   {rounded(1.0 / 3.0, 3),
                    "That is an equal share for each: right only if all logits are "
                    "equal."}}},
           share_in_numbers(example(), 0) + "."},
       SpeakerNote{"Collect guesses aloud before you go on. Most people divide the logits."}}};
}

Idea digit_by_digit() {
  Table table{"To three decimals, in single precision (binary32):",
              {"token", "logit z", "exponential e^z", "share p"},
              {}};
  for (std::size_t i = 0; i < 3; ++i) {
    table.rows.push_back({std::to_string(i), example().logits[i].text(),
                          decimals(exponential(i), 3), decimals(result(example(), i), 3)});
  }
  table.rows.push_back(
      {"sum", "", decimals(normalizer(), 3),
       decimals(summed(example().runs[0].stages.back().computed, example().settings), 3)});
  return {"digit_by_digit",
          "The worked example, digit by digit",
          {Prose{"First e to each logit, then their sum Z, the **normalizer**, then each "
                 "exponential divided by Z."},
           Formula{R"(p_i = \frac{e^{z_i}}{Z}, \qquad Z = \sum_j e^{z_j})",
                   "p_i = e^z_i / Z,   Z = sum over j of e^z_j"},
           table,
           Prose{fmt::format(
               "Every share is positive, for an exponential is. And the denominator is the sum of "
               "the numerators, so the shares add up to one. The largest logit gets "
               "{} of the mass.",
               percent(result(example(), 0), 3))}}};
}

Idea which_sum() {
  double of_rounded = 0;
  for (std::size_t i = 0; i < 3; ++i) { of_rounded += std::stod(decimals(exponential(i), 3)); }
  const Certified exact = stage(example().runs[0], Stage::sum).reference[0];
  return {
      "which_sum",
      "A sum of rounded numbers",
      {Prose{fmt::format("Add the three exponentials as the table prints them: {} + {} + {} is "
                         "{}. But the table says {} for the sum.",
                         decimals(exponential(0), 3), decimals(exponential(1), 3),
                         decimals(exponential(2), 3), decimals(of_rounded, 3),
                         decimals(normalizer(), 3))},
       Question{"normalize/which_sum", "Which of the two is nearer to the real sum?",
                std::vector<Option>{
                    {fmt::format("{}: it adds what stands there", decimals(of_rounded, 3)), false,
                     "Each of the three was rounded downwards to be printed: the sum of the "
                     "printed numbers has lost what the printing cut off."},
                    {fmt::format("{}: it adds all the digits, and rounds once",
                                 decimals(normalizer(), 3)),
                     true,
                     fmt::format("The real sum is {}, each digit proved right. Round at the end, "
                                 "not on the way.",
                                 digits(exact, 10))},
                    {"neither can be known", false,
                     "The real sum can be enclosed as narrowly as one likes; this workbook does it "
                     "to over thirty digits."}},
                ""}}};
}

Idea ratio() {
  const double quotient = result(example(), 0) / result(example(), 1);
  const std::array printed = {decimals(result(example(), 0), 3), decimals(result(example(), 1), 3)};
  return {"ratio",
          "A difference of one is a factor of e",
          {bars("The three shares once more:", example()),
           Prose{fmt::format(
               "The first two logits differ by one. Their shares, as binary32 holds them, "
               "are {} and {}, and have the ratio {}. (The printed ones, {} and {}, have "
               "{}: they were rounded first.) In exact arithmetic it is e itself, {}: "
               "the normalizer cancels, and only the difference is left.",
               digits(result(example(), 0), example().format()),
               digits(result(example(), 1), example().format()), decimals(quotient, 3), printed[0],
               printed[1], decimals(std::stod(printed[0]) / std::stod(printed[1]), 3),
               digits(reference(example(), 0) / reference(example(), 1), 4))},
           Formula{R"(\frac{p_i}{p_j} = e^{z_i - z_j})", "p_i / p_j = e^(z_i - z_j)"}}};
}

Idea step_by_step() {
  return {"step_by_step",
          "What the machine holds",
          {figure("All stages in binary32. `reference` is what real arithmetic makes of the "
                  "numbers as read, `ulp` the error in units of the last place.",
                  example()),
           Prose{"A tenth is no number of a binary format, so reading rounds it. From there on the "
                 "reference starts from the number as read. What reading changed, the full trace "
                 "says in its line `reading`."}}};
}

/// The sum of the computed shares of the example in each format.
Table sums_in_each_format() {
  Table table{
      "The computed shares of the same three logits, added up in the order in which they "
      "stand:",
      {"format", "sum of the shares", "less than or more than one by"},
      {}};
  for (const Format& format : builtin_formats()) {
    const Settings settings = in(format.name);
    const Trace t = traced("2.0 1.0 0.1", {Algorithm::unshifted}, settings);
    const double sum = summed(t.runs[0].stages.back().computed, settings);
    const double off = sum - 1;
    table.rows.push_back(
        {format.name, digits(sum, format), off == 0 ? "nothing" : rounded(off, 2)});
  }
  return table;
}

Idea nearly_one() {
  return {
      "nearly_one",
      "Exactly one, or nearly",
      {Prose{"In real arithmetic the shares add up to exactly one. A machine rounds each share, "
             "and then each addition."},
       Question{"normalize/adds_to_one",
                "In which formats will the three computed shares add up to exactly one?",
                std::vector<Option>{
                    {"in all of them: the denominator is the same", false,
                     "The quotients are rounded one by one, and their roundings need not "
                     "cancel."},
                    {"in none of them: there is always a rounding error", false,
                     "Roundings often cancel: one is a number of every format, and a sum near "
                     "it is rounded to it."},
                    {"it depends on the format and on the logits", true,
                     "Nothing but the sizes of a few roundings decides, as the next table shows."}},
                ""},
       sums_in_each_format(),
       Prose{"So \"sums to exactly one\" is a sentence about real numbers. A program that checks "
             "a sum of shares must allow for some roundings, for more of them in a longer "
             "row, and a sampler whose u is above the last sum must still take a token."},
       SpeakerNote{"A good place to stop and ask who has ever written an assertion that the sum "
                   "equals one."}}};
}

}  // namespace

Content normalize() {
  return {"What makes scores into shares of one whole, and is the whole exactly one?",
          {three_shares(), digit_by_digit(), which_sum(), ratio(), step_by_step(), nearly_one()},
          {"Softmax is *exponentiate, sum, divide*; the sum Z is called the normalizer.",
           "The ratio of two shares is e to the difference of their logits, whatever Z is.",
           "Round at the end: a sum of rounded numbers is not the rounded sum.",
           "The shares add up to one exactly in real arithmetic, and nearly in a machine."},
          {{"trace 2.0 1.0 0.1 -a unshifted -f e5m2",
            "how far is a share off with two bits of fraction?"},
           {"trace 2.0 1.0 0.1 -a unshifted --step", "walk the stages one value at a time"},
           {"trace 2.0 1.0 0.1 --compare 0.659,0.242,0.099",
            "which settings could have printed these three numbers? (other algorithms: later "
            "lessons)"}},
          {}};
}

}  // namespace softmax::lessons
