#include "lessons/11_online/parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/compute.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::online_parts {

using namespace page;

namespace {

constexpr std::size_t long_row = 4096;
constexpr std::size_t block = 2;
constexpr std::size_t short_block = 16;
constexpr std::size_t middle_block = 64;  ///< the root of long_row
constexpr const char* two_threads_row = "1 2 5 3";
constexpr double mask = -std::numeric_limits<double>::infinity();
constexpr double guard = 0;  ///< kept where the maximum is minus infinity

Arithmetic single() { return {format()}; }

std::string text_of(const HeldStream& stream) {
  return fmt::format("{} and {}", rounded(stream.max_logit, 3), decimals(stream.normalizer, 4));
}

/// A row without a pattern: multiples of 1/8 that wander.
std::vector<double> wandering() {
  std::vector<double> z;
  z.reserve(long_row);
  for (std::size_t i = 0; i < long_row; ++i) {
    z.push_back(static_cast<double>((i * 37) % 101) / 8);
  }
  return z;
}

double largest_error_in_u(std::span<const double> p, const std::vector<Certified>& exact) {
  double worst = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Certified off = (Certified(p[i]) - exact[i]) / exact[i];
    worst = std::max(worst, std::fabs(off.approximate()) / unit_roundoff(format()));
  }
  return worst;
}

}  // namespace

const Format& format() {
  static const Format single = parse_format("binary32");
  return single;
}

std::string row_text() { return "1 3 4 1"; }
std::vector<double> row() { return hold_logits(given(row_text()), format()); }

HeldStream stream_of(std::span<const double> logits) {
  return by_blocks(logits, logits.size(), single()).merged;
}

Idea blocks_idea() {
  const std::vector<double> z = hold_logits(given(two_threads_row), format());
  const Blocks blocks = by_blocks(z, block, single());
  const HeldStream& a = blocks.partials[0];
  const HeldStream& b = blocks.partials[1];
  return {
      "blocks",
      "Blocks, and how they merge",
      {Prose{fmt::format("Two threads take two logits each of the row {}. Each finds a maximum, "
                         "and a sum that is measured from it. The first finds {}, the second {}.",
                         two_threads_row, text_of(a), text_of(b))},
       Question{"online/merge", "What is the sum of the whole row?",
                std::vector<Option>{
                    {decimals(a.normalizer + b.normalizer, 4) + ": the two sums together", false,
                     "They are measured from different maxima. The museum has a kernel that added "
                     "them so."},
                    {decimals(blocks.merged.normalizer, 4) +
                         ": the first is rescaled to the larger maximum, then added",
                     true, "The rule of one logit is the rule of a block."},
                    {decimals(std::max(a.normalizer, b.normalizer), 4) + ": the larger of the two",
                     false, "The exponentials of both blocks are part of the sum."}},
                ""},
       Formula{R"(m = \max(m_a, m_b), \qquad s = s_a\,e^{m_a-m} + s_b\,e^{m_b-m})",
               "m = max(m_a, m_b),   s = s_a e^(m_a - m) + s_b e^(m_b - m)"},
       Prose{
           fmt::format("Merged: {}. Merging is associative and commutative in real arithmetic, so "
                       "blocks may be of any size, and come in any order.",
                       text_of(blocks.merged))},
       SpeakerNote{"One logit z is a block with the maximum z and the sum one. Then streaming is "
                   "merging, and "
                   "there is only one rule to remember."}}};
}

Idea neutral() {
  const std::vector<double> z = {mask, mask, -200, -201};
  const Blocks blocks = by_blocks(z, block, single());
  std::vector<double> guarded(block);
  for (const double logit : {z[2], z[3]}) {
    guarded.push_back(exp_rounded(logit - guard, format()));
  }
  Table table{fmt::format("The probabilities of the row -inf, -inf, {}, {}, in blocks of two:",
                          rounded(z[2], 3), rounded(z[3], 3)),
              {"maximum of the first block", "third logit", "fourth logit"},
              {}};
  table.rows = {
      {"-inf, as it is", rounded(blocks.probabilities[2], 4), rounded(blocks.probabilities[3], 4)},
      {fmt::format("{}, kept as a guard", rounded(guard, 1)), rounded(guarded[2], 4),
       rounded(guarded[3], 4)}};
  return {
      "neutral",
      "A block with nothing in it",
      {Prose{"Under a causal mask whole blocks are masked. Such a block has the maximum minus "
             "infinity and the sum zero, and it must change nothing when it is merged. But minus "
             "infinity less itself is NaN, so code puts a guard there."},
       Question{
           "online/guard",
           "The guard replaces a maximum of minus infinity by zero, and **keeps** it as the "
           "running maximum. The logits that follow are far below zero. A row whose "
           "sum is zero is given out as zeros. What happens?",
           std::vector<Option>{
               {"nothing: a new maximum replaces it", false,
                "No later logit is above zero, so the guard stays the maximum for ever."},
               {"NaN: the guard came too late", false,
                "So it would be with a division by the zero sum. This code skips it, which is what "
                "makes the error hard to find."},
               {"every exponential underflows: the row is zero", true,
                "All is measured from zero, far above everything. The guard must be used "
                "for the subtraction alone, and not be stored."}},
           ""},
       table,
       SpeakerNote{
           "The museum has this kernel. Ask which input finds it: one whose first block is "
           "masked and whose logits are all far below zero. Either alone is computed right."}}};
}

Idea bits() {
  const std::vector<double> z = wandering();
  std::vector<Given> logits;
  logits.reserve(z.size());
  for (const double x : z) { logits.push_back(Given::from_double(x)); }
  const Trace t = trace(logits, Settings{}, std::array{Algorithm::shifted});
  const std::vector<Certified> exact = t.runs[0].stages.back().reference;
  Table table{
      fmt::format("{} logits in single precision; the error is the largest of any probability, "
                  "in units of roundoff u:",
                  count(long_row)),
      {"blocks of", "normalizer", "error in u"},
      {}};
  for (const std::size_t size : {std::size_t{1}, short_block, middle_block, long_row}) {
    const Blocks blocks = by_blocks(z, size, single());
    table.rows.push_back({count(size), digits(blocks.merged.normalizer, format()),
                          rounded(largest_error_in_u(blocks.probabilities, exact), 3)});
  }
  return {
      "bits",
      "The same number, other bits",
      {Prose{"Real numbers do not care how they are grouped. Floating point does: every addition "
             "rounds, and other blocks round other sums."},
       table,
       SpeakerNote{"Ask which block size is best before the table is shown. Neither end is: a "
                   "share is bounded by the additions of its block and the merges after it, "
                   "together fewest where a block is the root of the row's length. What is "
                   "measured need not follow the bound."},
       Prose{fmt::format(
           "Blocks of one logit are the stream itself, and so is one block of all. Short blocks "
           "that are merged have shorter chains of additions than one long sum, so the bound on "
           "their error is smaller. Between {} and {} chance decides: a shorter chain has a "
           "smaller bound, not always a smaller error. That each cut rounds in its own way is also "
           "the reason why one model gives other last digits, and now and then another token, on a "
           "machine that cuts its rows differently.",
           short_block, middle_block)}}};
}

Idea where_used() {
  return {
      "where_used",
      "The step inside flash attention",
      {Prose{"Attention needs the weights only to add up values. So the online step can carry the "
             "output along: whenever the maximum changes, the output so far is rescaled together "
             "with the sum. Then no row of scores is ever written to memory: blocks of keys come "
             "in, and the output leaves. That is the inner step of **flash attention**."},
       Formula{R"(o' = o\,e^{m-m'} + e^{z-m'}\,v)", "o' = o e^(m - m') + e^(z - m') v"},
       Prose{
           "Here z is a score and v the value of its key. At the end the output o is divided once "
           "by the sum. What is saved is not arithmetic "
           "but memory traffic, which is what a long row costs."}}};
}

}  // namespace softmax::lessons::online_parts
