// The rooms of the museum.
#include "lessons/13_museum/rooms.hpp"

#include <fmt/format.h>

#include <set>

#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {

using namespace page;

namespace {

/// "Explained in lessons 1, 5 and 9."
Prose explained_in(const std::vector<Exhibit>& shown) {
  std::set<int> numbers;
  for (const Exhibit& one : shown) {
    if (!one.lesson.empty()) { numbers.insert(find(one.lesson).number); }
  }
  const int last = *numbers.rbegin();
  numbers.erase(last);
  if (numbers.empty()) { return {fmt::format("Explained in lesson {}.", last)}; }
  return {fmt::format("Explained in lessons {} and {}.", fmt::join(numbers, ", "), last)};
}

/// What is asked comes first, and stands on a screen of its own.
Idea room(Topic topic, const char* id, const char* title, Question asked) {
  const std::vector<Exhibit> shown = exhibits_of(topic);
  return {id, title, {std::move(asked), labels(shown), results(shown), explained_in(shown)}};
}

Number guess(std::string value, int digits, std::vector<Slip> slips) {
  return {std::move(value), digits, std::move(slips)};
}

}  // namespace

Prose labels(const std::vector<Exhibit>& shown) {
  std::string list;
  for (const Exhibit& one : shown) {
    list += fmt::format("- **{}** {} ({}): {}\n", one.number, one.thread, one.date, one.done);
  }
  return {list};
}

Table results(const std::vector<Exhibit>& shown) {
  Table table{"What went in, and what came out (in binary32 unless another format is named):",
              {"no.", "input", "wrong", "right"},
              {}};
  for (const Exhibit& one : shown) {
    table.rows.push_back({std::to_string(one.number), one.input, one.wrong, one.right});
  }
  return table;
}

std::string element(const std::string& row, std::size_t i) {
  std::size_t start = row.find('[') + 1;
  for (std::size_t k = 0; k < i; ++k) { start = row.find(", ", start) + 2; }
  return row.substr(start, row.find_first_of(",]", start) - start);
}

Idea room_of_temperature() {
  const Exhibit& coin = exhibit(2);
  return room(
      Topic::temperature, "temperature", "Greedy choice and temperature",
      {"museum/tiny_temperature",
       fmt::format("A program wants the largest logit. It divides {} by a tiny T, makes a "
                   "softmax and draws. In what share of the draws does it take the second token?",
                   coin.input),
       guess(element(coin.wrong, 1), 2,
             {{"0",
               "So would greedy choice: the first of equal logits wins. But equal logits, "
               "divided by the same T, are equal still."},
              {"1", "Nothing prefers the second of two equal logits."}}),
       "No T is small enough to tell equal logits apart."});
}

Idea room_of_normalizing() {
  const Exhibit& alone = exhibit(6);
  return room(Topic::normalize, "normalize", "Exponentials and their sum",
              {"museum/axis_of_length_one",
               fmt::format("The scores of one query for two keys, {}, are a matrix of one row. The "
                           "softmax runs down the columns. What weight has the first key?",
                           alone.input),
               guess(element(alone.wrong, 0), 2,
                     {{element(alone.right, 0), "That is its share of the row: what was meant."},
                      {"0.5",
                       "Two keys would share alike if they were equal and compared. Here "
                       "each is alone in its column."}}),
               "A share of a whole that has one part is the whole, whatever its score."});
}

Idea room_of_overflow() {
  const Exhibit& tiny = exhibit(17);
  return room(
      Topic::overflow, "overflow", "Overflow, and the maximum",
      {"museum/flt_min",
       fmt::format("A loop looks for the largest of the logits {}, and starts at `FLT_MIN`. What "
                   "share does the program print for the first, in single precision?",
                   tiny.input),
       guess(element(tiny.wrong, 0), 2,
             {{element(tiny.right, 0),
               "So it would be if the maximum were found. But `FLT_MIN` is positive, and "
               "above both logits."},
              {"nan",
               "A little lower it is: where both exponentials are zero. Here each is "
               "rounded to the smallest subnormal number."}}),
       "The shift is next to nothing, and both exponentials are rounded to the smallest "
       "number that there is. Equal numbers have equal shares."});
}

Idea room_of_masks() {
  const Exhibit& wins = exhibit(24);
  return room(Topic::masks, "masks", "Masks",
              {"museum/masked_key_wins",
               fmt::format("A query has two keys. The first has the score {}. The second must not "
                           "be seen, and its score is set to minus ten thousand. What weight "
                           "does the masked key get?",
                           element(wins.input, 0)),
               guess(element(wins.wrong, 1), 2,
                     {{element(wins.right, 1),
                       "That is what a mask means, and what minus infinity "
                       "would do. Compare the two scores."},
                      {"0.5", "The two scores differ by thousands."}}),
               "A mask that is a number can be larger than a score."});
}

Idea room_of_log_sum_exp() {
  const Exhibit& lost = exhibit(26);
  Idea logs = room(
      Topic::log_sum_exp, "log_sum_exp", "Logarithms of sums",
      {"museum/log_of_both",
       fmt::format("A log share is x - m - log s, with m the maximum and s the sum. A program "
                   "writes x - (m + log s). What does it print for each of the logits {}, in "
                   "single precision?",
                   lost.input),
       guess(element(lost.wrong, 0), 3,
             {{element(lost.right, 0),
               "That is the logarithm of a half, and (x - m) - log s gives it. In the parenthesis "
               "log s is added to a large number first."},
              {"-inf", "The shares are halves. No logarithm of zero is taken."}}),
       "Next to so large an m, log s is rounded away. A log share of zero says: certain."});
  logs.blocks.insert(logs.blocks.begin() + 1,
                     Formula{R"(x - (m + \log s) \quad\text{or}\quad (x - m) - \log s)",
                             "x - (m + log s)   or   (x - m) - log s"});
  return logs;
}

Idea room_of_sampling() {
  const Exhibit& small = exhibit(32);
  return room(
      Topic::sampling, "sampling", "Top-k, top-p and the draw",
      {"museum/removed_tokens_win",
       fmt::format("Top-k with k of one sets all smaller logits to a number just above zero. The "
                   "logits are {}. What is drawn?",
                   small.input),
       std::vector<Option>{
           {"always the first token: it was the largest", false,
            "It was. But what was set is above every negative logit."},
           {"mostly the two that were removed", true,
            fmt::format("The shares become {}: what was meant for forbidden is now the largest.",
                        small.wrong)},
           {"the removed ones almost never: their logit is almost zero", false,
            "Almost zero is a logit like others, and e to it is almost one. Forbidden is minus "
            "infinity."}},
       ""});
}

Idea room_of_attention() {
  const Exhibit& zeros = exhibit(43);
  const double sum = [&] {
    double all = 0;
    for (std::size_t i = 0; i < 4; ++i) { all += std::stod(element(zeros.wrong, i)); }
    return all;
  }();
  return room(Topic::attention, "attention", "Attention, and softmax by blocks",
              {"museum/guard_kept",
               fmt::format("Scores {} come in two blocks. The first block's maximum is minus "
                           "infinity; a guard puts zero in its place, and keeps it. A row whose "
                           "sum is zero is given out as it is. What do the four weights add up "
                           "to?",
                           zeros.input),
               guess(rounded(sum, 2), 2,
                     {{"1",
                       "So they should. But the running maximum is zero now, and no score of "
                       "the second block is above it."},
                      {"nan", "The guard is there to prevent it, and does."}}),
               "A guard may stand in for one subtraction. Kept as the maximum, it is the bug of "
               "exhibit " +
                   std::to_string(exhibit(15).number) + " again."});
}

}  // namespace softmax::lessons
