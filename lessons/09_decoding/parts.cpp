#include "lessons/09_decoding/parts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/compute.hpp"
#include "engine/decode.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::decoding_parts {

using namespace page;

namespace {

constexpr const char* warm = "2";
constexpr const char* tied_row = "1 1 0";
constexpr const char* tiny = "1e-6";

std::string listed(std::vector<std::size_t> tokens) {
  std::sort(tokens.begin(), tokens.end());
  std::string text;
  for (const std::size_t token : tokens) {
    text += (text.empty() ? "" : ", ") + std::to_string(token);
  }
  return text;
}

/// The shares at a temperature.
std::vector<double> shares_at(const char* temperature) {
  return probabilities(row_logits(), in("binary32", temperature));
}

/// Of shares whose likeliest comes first.
Table nucleus_table(std::span<const double> p) {
  Table table{fmt::format("Kept while the sum before it is below {}, the likeliest first:",
                          rounded(nucleus_share, 2)),
              {"token", "share", "sum before it", "running sum", "kept"},
              {}};
  const std::vector<double> sums = sample(p, 0, format()).sums;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const double before = i == 0 ? 0 : sums[i - 1];
    table.rows.push_back({std::to_string(i), decimals(p[i], 4), decimals(before, 4),
                          decimals(sums[i], 4), before < nucleus_share ? "yes" : "no"});
  }
  return table;
}

}  // namespace

const Trace& row() {
  static const Trace made = traced("3.0 2.0 1.5 0.5 -1.0", {Algorithm::shifted});
  return made;
}

std::vector<double> row_logits() { return row().runs[0].stages[0].computed; }
std::vector<double> shares() { return row().runs[0].stages.back().computed; }
const Format& format() { return row().format(); }

std::vector<double> held(std::string_view numbers) { return hold_logits(given(numbers), format()); }

std::vector<double> softmax_again(std::span<const std::size_t> kept) {
  return probabilities(kept_only(row_logits(), kept), Settings{});
}

Idea nucleus_idea() {
  const Nucleus nucleus = top_p(shares(), nucleus_share, format());
  std::vector<std::size_t> without_crossing = nucleus.kept;
  without_crossing.pop_back();
  std::vector<std::size_t> one_more = nucleus.kept;
  one_more.push_back(nucleus.kept.size());
  return {
      "nucleus",
      "Top-p: the fewest that reach p",
      {Prose{"How many tokens are plausible differs from step to step. **Top-p**, or nucleus, "
             "keeps the fewest of the likeliest tokens whose shares together reach p."},
       Question{"decoding/nucleus",
                fmt::format(
                    "The shares are {}. With p = {}, which tokens does top-p keep?",
                    [] {
                      std::string text;
                      for (const double p : shares()) {
                        text += (text.empty() ? "" : ", ") + decimals(p, 3);
                      }
                      return text;
                    }(),
                    rounded(nucleus_share, 2)),
                std::vector<Option>{
                    {listed(without_crossing) + ": with one more the sum would be above p", false,
                     "The token that crosses p is needed to reach it. Without it the kept mass "
                     "is below p, and a p below the largest share would keep nothing."},
                    {listed(nucleus.kept) + ": the last of them reaches p", true,
                     "A token is kept while the sum before it is below p."},
                    {listed(one_more) + ": one beyond p, to be safe", false,
                     "p is reached before it: the sum before it is not below p."}},
                ""},
       nucleus_table(shares()),
       SpeakerNote{"Dropping the crossing token is the most frequent error of published top-p "
                   "code; the museum has the threads."}}};
}

Idea order_idea() {
  const Nucleus first_p = top_p(shares(), nucleus_share, format());
  const std::vector<double> warm_shares = shares_at(warm);
  const Nucleus first_t = top_p(warm_shares, nucleus_share, format());
  return {
      "order",
      "In which order?",
      {Prose{fmt::format("Now let the temperature be {} as well. It flattens the shares, so it "
                         "matters whether it comes before the filter or after it.",
                         warm)},
       Table{"What top-p keeps, by the order of the two:",
             {"order", "tokens kept", "how many"},
             {{"top-p of the shares as they are, then T", listed(first_p.kept),
               std::to_string(first_p.kept.size())},
              {"T, then top-p of the flatter shares", listed(first_t.kept),
               std::to_string(first_t.kept.size())}}},
       Prose{"Both orders are in use. Unless told otherwise, llama.cpp applies its temperature "
             "last, after the filters; the library transformers divides by T first. Neither is "
             "wrong, but one set of settings gives two behaviours: a setting that was tuned in "
             "one runtime does not carry over to the other."},
       Prose{"Top-k may stand before T or after it: it looks at the ranking alone, and T does "
             "not change that. But whether top-k comes before or after top-p makes a difference: "
             "tokens that the first filter removed are not in the sum that the second looks "
             "at."},
       SpeakerNote{"Let the class vote for an order before the table is shown. No vote is "
                   "wrong: whoever hands settings on must hand on the order too."}}};
}

Idea tiny_temperature() {
  const Trace tied = traced(tied_row, {Algorithm::shifted}, in("binary32", tiny));
  return {
      "tiny_temperature",
      "Greedy is not a tiny temperature",
      {Prose{"Nothing can be divided by a T of zero, so some programs put a very small T in its "
             "place and sample. With one logit well above all others that is greedy. With two "
             "equal ones it is not:"},
       bars(fmt::format("Softmax of the logits `{}` at T = {}:", tied_row, tiny), tied),
       Prose{fmt::format("Sampling is a coin flip between the first two. Greedy takes token {}, "
                         "always: of equals the first, as most programs do.",
                         greedy(tied.runs[0].stages[0].computed))}}};
}

}  // namespace softmax::lessons::decoding_parts
