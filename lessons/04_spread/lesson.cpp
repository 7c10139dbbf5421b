// Lesson 4: large spread, small spread, none.
#include <fmt/format.h>

#include "engine/entropy.hpp"
#include "lessons/04_spread/parts.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using crowd::other_logit;
using crowd::share_above;
using crowd::top_logit;
using crowd::vocabulary;

/// e to the gap, without its fraction.
std::string advantage() { return count(static_cast<std::size_t>(exp(crowd::gap()).approximate())); }

Idea one_gap() {
  const Certified among_three = share_above(3);
  const Trace three =
      traced(fmt::format("{0} {1} {1}", top_logit, other_logit), {Algorithm::unshifted});
  const Certified equal = Certified(1.0) / Certified(static_cast<double>(vocabulary));
  return {
      "one_gap",
      "One gap, two crowds",
      {Prose{fmt::format("Of three tokens one has the logit {}, and the other two have {}. Softmax "
                         "gives the first {}: a gap of {} looks like a decision. A real "
                         "vocabulary is longer. Take {} tokens, and all but that one at {}.",
                         top_logit, other_logit, percent(among_three, 4), top_logit,
                         count(vocabulary), other_logit)},
       Question{
           "spread/crowd",
           fmt::format("The gap is still {}. What share does the top token get now?", top_logit),
           Number{digits(share_above(vocabulary), 3),
                  2,
                  {{digits(among_three, 4),
                    "That is the share among three, or close to it. Each competitor adds its "
                    "own exponential to the sum, and there are many."},
                   {digits(equal, 3),
                    "That is an equal share. The top one has more: e to the gap times what "
                    "each other gets."}}},
           fmt::format(
               "e^{0} / (e^{0} + {1}) = {2} / {3}.", top_logit, count(vocabulary - 1), advantage(),
               count(static_cast<std::size_t>(exp(crowd::gap()).approximate()) + vocabulary - 1))},
       SpeakerNote{"Collect guesses before you go on. Most say \"nearly all of it\": they carry "
                   "the picture of three bars over. Then write e to the gap on the board, and "
                   "beside it the number of tokens."},
       figure("The three tokens, stage by stage; of the two that are alike one is listed:", three,
              2),
       Prose{fmt::format("The exponential of the top logit is about {}, and that of each other is "
                         "one. Against two ones it is nearly the whole sum. Against {} ones it is "
                         "the smaller part.",
                         advantage(), count(vocabulary - 1))}}};
}

Idea every_competitor_counts() {
  return {
      "every_competitor_counts",
      "Every competitor counts",
      {Prose{"Let `n - 1` tokens have one logit, and let one token stand above them by a gap g. "
             "Divide numerator and denominator by the exponential of the top:"},
       Formula{R"(p = \frac{e^{z}}{e^{z} + (n-1)\,e^{z-g}} = \frac{1}{1 + (n-1)\,e^{-g}})",
               "p = e^z / (e^z + (n - 1) e^(z - g)) = 1 / (1 + (n - 1) e^-g)"},
       crowd::by_crowd(),
       Prose{fmt::format("The gap and the number of competitors decide together. In every row "
                         "the top one has about {} times the share of each other.",
                         advantage())}}};
}

Idea which_gap() {
  std::string list = "Three more rows. In each the first logit is the largest, and the same.\n";
  for (const crowd::NamedRow& row : crowd::rows) {
    list += fmt::format("\n- {}: `{}`", row.name, row.logits);
  }
  return {"which_gap",
          "Which gap?",
          {Prose{list},
           Question{"spread/which_gap", "In which row does the first logit get the largest share?",
                    std::vector<Option>{
                        {"A: there it stands highest above the average", false,
                         "It does, but one competitor is strong, and the average hides it."},
                        {"B: its competitors are few, and none is near", true,
                         "Their exponentials add up to the smallest sum of the three rows."},
                        {"B and C alike: the gap to the second is the same", false,
                         "The second is the same, but in C there are many like it, and each takes "
                         "a share."},
                        {"C: the gap to the second is that of B, and the average is lower", false,
                         "More tokens with a lower average can have a larger sum of exponentials, "
                         "as here."}},
                    ""},
           crowd::two_gaps(),
           Prose{"Neither gap alone puts the three rows in order. A and B: the gap to the second "
                 "says which is larger, and the average says the opposite. B and C: the gap to "
                 "the second sees no difference."}}};
}

std::string log_of_competitors(std::size_t competitors) {
  return digits(log(Certified(static_cast<double>(competitors))), 4);
}

Idea the_gap_that_decides() {
  const std::size_t few = given(crowd::rows[1].logits).size() - 1;
  return {"the_gap_that_decides",
          "The gap that decides",
          {Prose{"Fold all competitors into one logit L, their **log-sum-exp**. The row is then a "
                 "contest of two, and one gap is left:"},
           Formula{R"(p_1 = \frac{1}{1 + e^{-(z_1 - L)}}, \qquad L = \ln \sum_{j > 1} e^{z_j})",
                   "p_1 = 1 / (1 + e^-(z_1 - L)),   L = ln of the sum of e^z_j over j > 1"},
           crowd::gap_to_the_rest(), Prose{"With z_2 the second largest:"},
           Formula{R"(z_2 \le L \le z_2 + \ln(n-1))", "z_2 <= L <= z_2 + ln(n - 1)"},
           Prose{fmt::format(
               "Nearly true: \"The key factor is the gap between the top logits, not "
               "the gap between the top and the average.\" The average is a poor guide: "
               "one very low logit moves it, and hardly any share. The gap to the second "
               "is nearly the one that decides, but a crowd near the second lifts L, "
               "by `ln(n - 1)` at most: {} in row B, and {} among {} tokens, more than the "
               "gap of {} there.",
               log_of_competitors(few), log_of_competitors(vocabulary - 1), count(vocabulary),
               top_logit)}}};
}

Certified entropy(const Trace& t) { return softmax::entropy(t.runs[0].stages.back().reference); }

Idea large_and_small() {
  const Trace large = traced("10.0 2.0 0.1 0 -0.1", {Algorithm::shifted});
  const Trace small = traced("1.0 1.1 0.9", {Algorithm::shifted});
  Bars large_bars =
      bars("Large spread (from the smallest logit to the largest): the top one dominates.", large);
  large_bars.bars[0].value = percent(reference(large, 0), 4);  // three digits say it is the whole
  return {
      "large_and_small",
      "Large and small",
      {large_bars,
       bars("Small spread: nearly uniform. No token stands out, the model is uncertain.", small),
       Prose{fmt::format("*Entropy*, the sum of -p ln p over all tokens, measures the uncertainty: "
                         "{} for the first row, {} for the second. The most that three tokens can "
                         "have is the logarithm of three, {}.",
                         digits(entropy(large), 3), digits(entropy(small), 5),
                         digits(log(Certified(static_cast<double>(small.logits.size()))), 5))},
       SpeakerNote{"A small spread is not a wrong answer: many next words may be good. A learner "
                   "who hears \"uncertain\" as \"bad\" will misread every open question."}}};
}

}  // namespace

Content spread() {
  return {"What decides how much of the whole the largest logit gets?",
          {one_gap(), every_competitor_counts(), which_gap(), the_gap_that_decides(),
           large_and_small(), crowd::identical(), crowd::six_formats(), crowd::where_it_stops()},
          {"The share of the top logit depends on its gap to the log-sum-exp of all others: on the "
           "gap to the second, and on how many are near the second.",
           "Logits close together get nearly equal shares; identical ones get `1/|V|` each, "
           "whatever their value.",
           "The average of the logits decides nothing by itself.",
           "In a long row the order of the sum and the format that it is kept in decide whether "
           "the small exponentials count at all."},
          {{"trace 3 0 0 0 0 0 0 0 0 -f e4m3fn -a shifted --step",
            "walk the sum: what does each of the eight competitors add to it?"},
           {"trace 11 11 11 -f binary16",
            "equal logits, and no third of the whole: which stage broke, and which numbers were "
            "still right?"},
           {"trace 10.0 2.0 0.1 0 -0.1 -f e5m2 -a shifted",
            "the last three logits differ, and their shares do not: in which stage does the "
            "difference vanish?"}},
          {}};
}

}  // namespace softmax::lessons
