// Lesson 9: from a distribution to a token.
#include <fmt/format.h>

#include <algorithm>

#include "engine/decode.hpp"
#include "lessons/09_decoding/parts.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using namespace decoding_parts;

constexpr std::uint64_t seed = 2026;
constexpr double drawn_number = 0.75;
constexpr int draws = 10'000;
constexpr const char* short_sum = "0 2 1";  ///< whose computed shares end below one
constexpr std::size_t most_kept = 2;
constexpr double almost_zero = 1e-10;

Idea a_choice() {
  return {
      "a_choice",
      "A distribution is not yet a token",
      {bars("Five tokens by their logits, and what softmax makes of them:", row()),
       Prose{"A runtime must name one token. **Greedy** decoding takes the largest; **sampling** "
             "draws one by chance, each as often as its share says."},
       Question{"decoding/greedy_needs",
                "Greedy decoding takes the token with the largest share. Which stages of softmax "
                "does it need?",
                std::vector<Option>{
                    {"all of them: shares are what is compared", false,
                     "They may be compared, but nothing is gained: the largest logit has the "
                     "largest share."},
                    {"none: the largest logit is the largest share", true,
                     "Softmax keeps the ranking, so the row of logits is enough."},
                    {"only exponentiate, to make everything positive", false,
                     "A comparison does not care about signs, and e to a logit can overflow."}},
                ""},
       SpeakerNote{"Ask who has called a softmax before an argmax. It is harmless, and it is "
                   "wasted work; in a low format it can even make two different logits equal."}}};
}

Idea running_sums() {
  const Sampled sampled = sample(shares(), drawn_number, format());
  Table table{"The running sums of the shares:", {"token", "share", "running sum"}, {}};
  for (std::size_t i = 0; i < shares().size(); ++i) {
    table.rows.push_back(
        {std::to_string(i), decimals(shares()[i], 4), decimals(sampled.sums[i], 4)});
  }
  return {
      "running_sums",
      "One number decides",
      {Prose{"To sample, lay the shares end to end on a line from zero to one, and throw a random "
             "number u at it. (This u is not the unit roundoff.) The "
             "token is the **first whose running sum is above u**."},
       table,
       Question{
           "decoding/draw",
           fmt::format("The random number is {}. Which token is it?", rounded(drawn_number, 3)),
           Number{std::to_string(sampled.index),
                  0,
                  {{std::to_string(sampled.index - 1),
                    "Its running sum is not above u: u fell beyond it."},
                   {std::to_string(sampled.index + 1),
                    "That one's running sum is above u too, but it is not the first."}}},
           ""}}};
}

Idea frequencies() {
  std::vector<int> counts(shares().size());
  for (std::uint64_t i = 0; i < draws; ++i) {
    ++counts[sample(shares(), uniform(seed, i), format()).index];
  }
  Table table{fmt::format("{} draws with the seed {}:", count(draws), seed),
              {"token", "share", "drawn", "of all draws"},
              {}};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    table.rows.push_back({std::to_string(i), percent(shares()[i], 3), std::to_string(counts[i]),
                          percent(static_cast<double>(counts[i]) / draws, 3)});
  }
  return {
      "frequencies",
      "The same seed, the same tokens",
      {table,
       Prose{"The numbers u come from a generator that is started by a **seed**. With one seed "
             "the draws are the same every time and on every machine, as long as the shares are "
             "the same bits."}}};
}

Idea both_ends() {
  const std::vector<double> p = probabilities(held(short_sum), Settings{});
  const double last = sample(p, 0, format()).sums.back();
  const Sampled safe = sample(p, 1 - 0x1p-53, format());
  const Sampled first = sample(std::vector<double>{0, 1}, 0, format());
  return {
      "both_ends",
      "Two ends to fall off",
      {Prose{fmt::format("Shares that a machine computed need not add up to one. In single "
                         "precision those of the logits `{}` end at {}. A random number above that "
                         "finds no token, and a loop that trusts the sum runs off the end of the "
                         "vocabulary.",
                         short_sum, digits(last, format()))},
       Prose{fmt::format("The engine multiplies u by the last running sum, so that every u finds "
                         "a token: the largest u finds token {}.",
                         safe.index)},
       Question{
           "decoding/zero",
           "At the other end: of two tokens the first is masked, so its share is zero, and u is "
           "zero too. A loop goes on \"while u is above the running sum\". What does it take?",
           std::vector<Option>{
               {"the first token, which is forbidden", true,
                fmt::format("u is not above the first sum, for both are zero: so the loop "
                            "stops at a token that can never be. \"The first sum that is "
                            "above u\" takes token {}.",
                            first.index)},
               {"the second token, the only one that can be", false,
                "It should. But u is not above a sum of zero, so the loop has stopped "
                "before it."},
               {"none: the loop ends without a token", false,
                "It stops at once: u is not above the first running sum."}},
           ""},
       SpeakerNote{
           "Ask for the smallest and the largest u that a generator can give. Most can "
           "give zero and none gives one, so a test of a draw needs both ends. Whoever "
           "writes \"at least u\" for \"above u\" sees nothing wrong in a thousand draws."}}};
}

Idea top_k_idea() {
  const std::vector<std::size_t> kept = top_k(row_logits(), most_kept);
  const std::vector<double> again = softmax_again(kept);
  std::vector<double> tiny = row_logits();
  for (std::size_t i = 0; i < tiny.size(); ++i) {
    if (std::find(kept.begin(), kept.end(), i) == kept.end()) { tiny[i] = almost_zero; }
  }
  const std::vector<double> wrong = probabilities(tiny, Settings{});
  const std::string zero = rounded(almost_zero, 2);
  Table table{
      fmt::format("What is removed must be masked, by a logit of minus infinity. A \"zero\" "
                  "of {} is a logit too, larger than every negative one:",
                  zero),
      {"token", "before", "removed by -inf", "removed by " + zero},
      {}};
  for (std::size_t i = 0; i < again.size(); ++i) {
    table.rows.push_back(
        {std::to_string(i), percent(shares()[i], 3), percent(again[i], 3), percent(wrong[i], 3)});
  }
  return {
      "top_k",
      "Top-k: only the k largest",
      {Prose{"Long tails of unlikely tokens add up. **Top-k** keeps the k largest logits, masks "
             "the others, and takes the softmax of what is left."},
       Question{
           "decoding/top_two",
           fmt::format("Of the logits {} top-k keeps two. What share has the first of them now?",
                       listed(row())),
           Number{digits(again[0], format()),
                  2,
                  {{digits(shares()[0], format()),
                    "That is its share before: the removed shares go to the kept ones."},
                   {rounded(1.0 / most_kept, 2),
                    "Two are kept, but they are not equal: their ratio stays."}}},
           fmt::format("{0} of {0} + {1}; or `1/(1 + 1/e)`.", rounded(shares()[0], 3),
                       rounded(shares()[1], 3))},
       table,
       Prose{fmt::format("The last token was to be removed, and gained: from {} to {}.",
                         percent(shares().back(), 3), percent(wrong.back(), 3))}}};
}

/// What the running sum of the computed shares of `short_sum` should be, and what it is.
Try sum_of_shares() {
  const std::vector<double> p = probabilities(held(short_sum), Settings{});
  double printed = 0;
  for (const double share : p) { printed += std::stod(digits(share, format())); }
  return {fmt::format("trace {} -a shifted", short_sum),
          fmt::format("add the three shares of divide: {}, where the machine's running sum ends at "
                      "{}",
                      rounded(printed, 8), digits(sample(p, 0, format()).sums.back(), format()))};
}

}  // namespace

Content decoding() {
  return {"How does a distribution become one token, and which tokens may it become?",
          {a_choice(), running_sums(), frequencies(), both_ends(), top_k_idea(), nucleus_idea(),
           order_idea(), tiny_temperature()},
          {"Greedy needs the ranking alone; sampling needs the shares.",
           "Sample: the first token whose running sum is above u times the last sum.",
           "Removed tokens are masked by minus infinity, and the softmax is taken again.",
           "The token that crosses p belongs to the nucleus, and the likeliest always does.",
           "The order of temperature and filters changes what is kept: runtimes differ."},
          {{"trace 3.0 2.0 1.5 0.5 -1.0 -T 0.5 -a shifted",
            fmt::format("how many tokens reach p = {} now?", rounded(nucleus_share, 2))},
           {"trace 3.0 2.0 -inf -inf -inf -a shifted", "the five tokens after top-k"},
           sum_of_shares()},
          {}};
}

}  // namespace softmax::lessons
