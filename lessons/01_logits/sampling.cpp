// Lesson 1: what is done with a row of scores, and what wants shares.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "lessons/01_logits/ideas.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::logits_ideas {
namespace {

using namespace page;

const std::vector<double>& logit_row() { return example().runs[0].stages.front().computed; }
const std::vector<double>& share_row() { return example().runs[0].stages.back().computed; }

/// The sums of the first, the first two, ... as binary32 adds them.
std::vector<double> running_sums(const std::vector<double>& row) {
  std::vector<double> sums;
  for (std::size_t n = 1; n <= row.size(); ++n) {
    sums.push_back(summed(std::span(row).first(n), example().settings));
  }
  return sums;
}

/// In which share of its draws a sampler takes each token: for u from zero to one, the first token
/// whose running sum is above u.
std::vector<double> taken(const std::vector<double>& sums) {
  std::vector<double> shares;
  double passed = 0;  // every u below it has a token
  for (const double sum : sums) {
    const double end = std::clamp(sum, passed, std::max(passed, 1.0));
    shares.push_back(end - passed);
    passed = end;
  }
  return shares;
}

Table two_samplers() {
  const std::array sums = {running_sums(logit_row()), running_sums(share_row())};
  Table table{"How often it takes each token, given the logits, and given the shares:",
              {"logit", "sum of logits", "taken", "share", "sum of shares", "taken"},
              {}};
  for (std::size_t i = 0; i < logit_row().size(); ++i) {
    table.rows.push_back({logit(i), decimals(sums[0][i], 1), percent(taken(sums[0])[i], 3),
                          decimals(share(i), 3), decimals(sums[1][i], 3),
                          percent(taken(sums[1])[i], 3)});
  }
  return table;
}

Question sampler_on_scores(const std::vector<double>& sums) {
  return {"logits/sampler_on_scores",
          fmt::format("In what share of the draws does it take the third token, the one with the "
                      "largest logit, {}?",
                      logit(2)),
          Number{rounded(taken(sums)[2], 3),
                 2,
                 {{rounded(share(2), 3),
                   "That is its share after softmax, which this sampler never computes."},
                  {decimals(sums[2], 1),
                   "That is its running sum. Every u below the first running sum goes to the first "
                   "token already."},
                  {"1", "Greedy decoding takes it always. A sampler goes by running sums."}}},
          fmt::format("The sums before it reach {}, and its own is {}: it takes the u between.",
                      decimals(sums[0], 1), decimals(sums[2], 1))};
}

}  // namespace

Idea sampler() {
  const std::vector<double> sums = running_sums(logit_row());
  return {"sampler",
          "What a sampler makes of scores",
          {Prose{fmt::format("A sampler draws a number u between zero and one, adds up the shares "
                             "in their order, and takes the first token at which the sum is above "
                             "u. Somebody gives it the logits instead. Their running sums are {}, "
                             "{}, {} and {}.",
                             decimals(sums[0], 1), decimals(sums[1], 1), decimals(sums[2], 1),
                             decimals(sums[3], 1))},
           sampler_on_scores(sums), two_samplers(),
           Prose{fmt::format("A negative score makes the sum fall, so {} is never taken, and the "
                             "best token seldom. Given the shares, the sampler takes each as often "
                             "as its share says.",
                             logit(1))}}};
}

Idea what_suffices() {
  const std::string two = percent(summed(std::array{share(2), share(3)}, example().settings), 3);
  const std::string p = rounded(0.8, 2);
  return {
      "what_suffices",
      "What scores suffice for",
      {Prose{"The order and the differences are in the logits. So they suffice for\n\n"
             "- **greedy** and **top-k**, which ask for the order;\n"
             "- the **odds** of two tokens, which ask for one difference."},
       Prose{fmt::format(
           "They do not suffice for\n\n"
           "- **sampling**, which needs numbers that are not negative and add up to one;\n"
           "- **top-p** (nucleus), which keeps the fewest largest tokens that have at least p of "
           "the whole. With p = {0} it keeps two here, with {1}. A program that adds up logits "
           "keeps one: {2} is above {0} already;\n"
           "- **calibrated confidence**. \"{3} sure\" can be compared with how often the model is "
           "right; \"{2} sure\" cannot.",
           p, two, logit(2), percent(share(2), 2))},
       Prose{"Softmax makes such a claim possible. It does not make it right: only data can "
             "show that."},
       SpeakerNote{"Learners often take softmax itself for the calibration. It gives numbers "
                   "of the right kind. Whether things happen that often is a question to the "
                   "model, not to the formula."}}};
}

}  // namespace softmax::lessons::logits_ideas
