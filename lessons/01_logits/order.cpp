// Lesson 1: two faults of scores, and what softmax keeps of them.
#include <fmt/format.h>

#include <array>
#include <utility>

#include "lessons/01_logits/ideas.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::logits_ideas {
namespace {

using namespace page;

double held(std::size_t i) { return example().runs[0].stages.front().computed[i]; }

double sum_of_scores() {
  return summed(example().runs[0].stages.front().computed, example().settings);
}

Question which_probability() {
  return {
      "logits/which_probability",
      fmt::format("{} lies between zero and one. Is it the probability of its token?", logit(0)),
      std::vector<Option>{
          {"yes: what lies between zero and one is a probability", false,
           fmt::format("Nothing here is a whole: the four add up to {}, and one is below zero.",
                       rounded(sum_of_scores(), 2))},
          {"not yet: first divide it by the sum of the four", false,
           fmt::format("That makes {} of it, but {} of {}. No share is negative.",
                       rounded(held(0) / sum_of_scores(), 2), rounded(held(1) / sum_of_scores(), 3),
                       logit(1))},
          {"no: a score below one says that the token does not fit", false,
           "No score says so alone. Whether a token is likely depends on the others."},
          {"no: which share it gets depends on all four scores", true,
           fmt::format("Beside these three others it will get {}, beside others any share "
                       "between none and all.",
                       percent(share(0), 3))}},
      ""};
}

/// The share of the first logit in rows that differ in all the others.
Table first_share() {
  Table table{
      "The first logit of each row, and the share that it gets by softmax (which comes next):",
      {"row", "logit", "share"},
      {}};
  for (const char* row : {"0.7 -2.3 2.4 1.2", "0.7 0.7 0.7", "0.7 5.7", "100.7 97.7 102.4 101.2"}) {
    const Trace t = traced(row, {Algorithm::shifted});
    table.rows.push_back({listed(t), t.logits.front().text(), percent(result(t, 0), 3)});
  }
  return table;
}

Table quotients() {
  using Pair = std::pair<std::size_t, std::size_t>;
  constexpr std::array pairs = {Pair{3, 0}, Pair{2, 3}, Pair{2, 0}, Pair{0, 1}, Pair{2, 1}};
  Table table{
      "Pairs of logits as binary32 holds them (single precision, the usual float), and the "
      "quotient of their computed shares:",
      {"two logits", "difference", "e to the difference", "quotient of the shares"},
      {}};
  for (const auto& [i, j] : pairs) {
    const Certified difference = Certified(held(i)) - Certified(held(j));
    table.rows.push_back({fmt::format("{} and {}", logit(i), logit(j)), digits(difference, 9),
                          digits(exp(difference), 9), rounded(share(i) / share(j), 9)});
  }
  return table;
}

Question how_many_times() {
  return {"logits/odds",
          fmt::format("Two of the logits are {} and {}. How many times as likely as the second is "
                      "the first? (To two digits.)",
                      logit(0), logit(1)),
          Number{digits(reference(example(), 0) / reference(example(), 1), 3),
                 2,
                 {{rounded(held(0) - held(1), 2),
                   "That is the difference of the logits. The factor is e to it."},
                  {rounded(held(0) / held(1), 3),
                   "That is the quotient of the logits. No token is a negative number of times as "
                   "likely as another."}}},
          fmt::format("Only the difference counts: e^{}.",
                      digits(example().logits[0].value() - example().logits[1].value(), 2))};
}

}  // namespace

Idea scores() {
  constexpr std::size_t vocabulary = 50'257;  // GPT-2's
  return {
      "scores",
      "A score for every token",
      {Prose{fmt::format(
           "A language model reads a text and gives every token of its "
           "vocabulary a number: how well the token fits as the next one. GPT-2 "
           "has {0} tokens, so it gives {0} numbers. They are called **logits**: "
           "raw scores of any size and any sign. Here are those of a model with four tokens: {1}.",
           count(vocabulary), listed(example()))},
       which_probability(), first_share(),
       Prose{"The same score gets different shares, and different scores get the same share: a "
             "constant added to a whole row changes no share."},
       SpeakerNote{fmt::format("Many say yes for {} and no for {}. Ask them: a share of what? "
                               "Whoever reads one score as a probability must read all of "
                               "them so.",
                               logit(0), logit(1))}}};
}

Idea shares_in_order() {
  return {
      "shares_in_order",
      "Two faults mended, the order kept",
      {Prose{fmt::format("Two things keep scores from being probabilities. They can be "
                         "negative: nothing happens with probability {}. And they do not add "
                         "up to one: these add up to {}. **Softmax** mends both. It takes e to "
                         "each score, and divides each of these powers by the sum Z of them all:",
                         logit(1), rounded(sum_of_scores(), 2))},
       Formula{R"(p_i = \frac{e^{z_i}}{Z}, \qquad Z = \sum_j e^{z_j})",
               "p_i = e^z_i / Z,   Z = sum over j of e^z_j"},
       bars("The four logits, and their shares:", example()),
       Prose{"Now all are positive, and they add up to one: exactly in real arithmetic, nearly "
             "in a machine."},
       Prose{
           "And the order is kept. **Greedy** decoding takes the token with the largest share, "
           "**top-k** keeps the k largest. Both ask for the order alone, and the logits have it:"},
       Formula{R"(z_i > z_j \;\Rightarrow\; e^{z_i} > e^{z_j} \;\Rightarrow\; )"
               R"(\frac{e^{z_i}}{Z} > \frac{e^{z_j}}{Z})",
               "z_i > z_j   so   e^z_i > e^z_j   so   e^z_i / Z > e^z_j / Z"}}};
}

Idea odds() {
  return {"odds",
          "A difference is a factor",
          {how_many_times(),
           Formula{R"(\frac{p_i}{p_j} = \frac{e^{z_i} / Z}{e^{z_j} / Z} = e^{z_i - z_j})",
                   "p_i / p_j = (e^z_i / Z) / (e^z_j / Z) = e^(z_i - z_j)"},
           quotients(),
           Prose{"Z cancels, so the **odds** of two tokens need no third: the difference of two "
                 "logits is the logarithm of their odds. For computed shares this is nearly true: "
                 "each was rounded, and the last digits show it."}}};
}

}  // namespace softmax::lessons::logits_ideas
