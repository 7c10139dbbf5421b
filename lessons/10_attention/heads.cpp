#include "lessons/10_attention/heads.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::attention_heads {

using namespace page;

namespace {

constexpr double mask = -std::numeric_limits<double>::infinity();
constexpr double guarded_mask = -10'000;
constexpr double low_score = -20'000;
constexpr std::size_t long_row = 4096;
constexpr double sink_score = 3;

const Format& single() {
  static const Format format = parse_format("binary32");
  return format;
}

Matrix constant(std::size_t rows, std::size_t columns, double value) {
  return {rows, columns, std::vector<double>(rows * columns, value)};
}

std::vector<double> softmax_of(const std::vector<double>& scores) {
  return probabilities(scores, Settings{});
}

std::string listed(const std::vector<double>& numbers) {
  std::string text;
  for (const double x : numbers) { text += (text.empty() ? "" : ", ") + digits(x, single()); }
  return text;
}

/// One query that sees no key, with a sink or without.
Attended blind_head(std::optional<double> sink) {
  AttentionSettings settings;
  settings.causal = true;
  settings.sink = sink;
  return attend(constant(2, 1, 1), constant(1, 1, 1), constant(1, 1, 1), settings);
}

}  // namespace

Attended small_head() {
  const Matrix q{1, 4, {1, 2, 0, 1}};
  const Matrix k{3, 4, {2, 1, 0, 0, 0, 1, 1, 0, -1, 0, 2, 1}};
  return attend(q, k, small_values(), {});
}

Matrix small_values() { return {3, 1, {10, 20, 40}}; }

double mean_of_values() {
  const Matrix v = small_values();
  return (v(0, 0) + v(1, 0) + v(2, 0)) / 3;
}

std::vector<double> two_weights(double d) { return softmax_of({unscaled_score / std::sqrt(d), 0}); }

Table wrong_scales() {
  Table table{
      "The same two scores, scaled as code has scaled them:", {"divided by", "weights"}, {}};
  const auto row = [&](std::string by, double d) {
    table.rows.push_back({std::move(by), listed(two_weights(d))});
  };
  const auto root = [&](const char* of, std::size_t d) {
    row(fmt::format("root of the {}, {}", of, d), static_cast<double>(d));
  };
  root("head's width", head_width);
  root("model's width", model_width);
  root("number of heads", model_width / head_width);
  row("nothing", 1);
  row("multiplied by the root instead", 1.0 / head_width);
  return table;
}

Attended wide_head(ScaleOrder order) {
  AttentionSettings settings;
  settings.arithmetic.format = parse_format("binary16");
  settings.scale_order = order;
  const Matrix alike = constant(1, head_width, wide_number);
  return attend(alike, alike, constant(1, 1, 1), settings);
}

Attended causal_head(std::size_t queries, std::size_t keys) {
  AttentionSettings settings;
  settings.causal = true;
  return attend(constant(queries, 1, 1), constant(keys, 1, 1), constant(keys, 1, 1), settings);
}

Table weights_of(const Attended& head, std::string caption) {
  Table table{std::move(caption), {"query"}, {}};
  for (std::size_t j = 0; j < head.weights.columns; ++j) {
    table.headings.push_back(fmt::format("key {}", j));
  }
  for (std::size_t i = 0; i < head.weights.rows; ++i) {
    std::vector<std::string> row = {std::to_string(i)};
    for (const double weight : head.weights.row(i)) { row.push_back(rounded(weight, 3)); }
    table.rows.push_back(std::move(row));
  }
  return table;
}

Idea nothing_to_see() {
  const Trace empty = traced("-inf -inf", {Algorithm::shifted});
  const Attended sunk = blind_head(0);
  return {
      "nothing_to_see",
      "A query that may see nothing",
      {Question{
           "attention/blind",
           "Rows of a batch are filled up to one length with empty tokens (padding), and those are "
           "masked: so every key of a row can be. A row has two keys, both masked. What weights "
           "does the shifted softmax give them?",
           Number{computed_text(result(empty, 0)),
                  1,
                  {{"0",
                    "That is what one would like. The maximum of the row is minus "
                    "infinity, and subtracting it from itself has no value."},
                   {"0.5", "An equal share would need finite scores."}}},
           ""},
       figure("Both keys masked:", empty),
       Prose{
           fmt::format("Code that forgets this row hands NaN to the next layer, where it spreads. "
                       "Some programs write zeros into such rows, some never make them. With one "
                       "more logit in the row that is never masked (a sink, below), the weights "
                       "are {}.",
                       digits(sunk.weights(0, 0), single()))},
       SpeakerNote{
           "Ask what the class would return: NaN, zeros, equal weights, an error. Each has been "
           "chosen somewhere, and each is a decision. The bug is to have made none."}}};
}

Idea finite_mask() {
  const std::vector<double> wrong = softmax_of({low_score, guarded_mask});
  const std::vector<double> right = softmax_of({low_score, mask});
  return {
      "finite_mask",
      "A mask that is a number",
      {Prose{
           fmt::format("To be safe from NaN, some code masks with a large negative number, {}. Let "
                       "the only valid score be {}.",
                       rounded(guarded_mask, 6), rounded(low_score, 6))},
       Question{"attention/finite_mask", "Who gets the weight?",
                std::vector<Option>{
                    {"the valid key: the other one is masked", false,
                     "Softmax knows no masks, only numbers, and the mask is the larger one."},
                    {"the masked key", true,
                     "Its number is above the valid score, and the difference is enormous."},
                    {"each a half: both are far below zero", false,
                     "Only differences count, and this one is large."}},
                ""},
       Table{"The weights:",
             {"mask", "valid key", "masked key"},
             {{rounded(guarded_mask, 6), rounded(wrong[0], 3), rounded(wrong[1], 3)},
              {"-inf", rounded(right[0], 3), rounded(right[1], 3)}}},
       Prose{"A finite mask must be below everything that a score can be; minus infinity is."},
       SpeakerNote{"Ask how low a score can get. Nobody knows beforehand, which is the point. A "
                   "large scale, or a bias that is added to the scores, moves them."}}};
}

Idea sinks() {
  AttentionSettings settings;
  settings.sink = sink_score;
  const Matrix k{2, 1, {1, 2}};
  const Attended with = attend(constant(1, 1, 1), k, constant(2, 1, 1), settings);
  const Attended without = attend(constant(1, 1, 1), k, constant(2, 1, 1), {});
  const double sum = with.weights(0, 0) + with.weights(0, 1);
  return {
      "sinks",
      "A place for attention to go",
      {Prose{
           "Weights that must add up to one force a token to look somewhere, even where nothing "
           "is of use. Models learn to dump that weight on the first token. A **sink** gives it a "
           "place: one more logit takes part in the normalizer, and no value belongs to it."},
       Formula{R"(w_j = \frac{e^{s_j}}{e^{s_\text{sink}} + \sum_k e^{s_k}})",
               "w_j = e^s_j / (e^sink + sum over k of e^s_k)"},
       Table{fmt::format("Two keys with the scores {} and {}, and a sink of {}:",
                         rounded(k(0, 0), 3), rounded(k(1, 0), 3), rounded(sink_score, 3)),
             {"", "key 0", "key 1", "sum of weights"},
             {{"without", rounded(without.weights(0, 0), 3), rounded(without.weights(0, 1), 3),
               rounded(without.weights(0, 0) + without.weights(0, 1), 3)},
              {"with", rounded(with.weights(0, 0), 3), rounded(with.weights(0, 1), 3),
               rounded(sum, 3)}}},
       Prose{"The maximum that is subtracted must count the sink too, or its exponential can "
             "overflow."}}};
}

Idea long_rows() {
  Table table{fmt::format("{} equal scores. Each weight should be {}, and all together one:",
                          count(long_row), rounded(1.0 / static_cast<double>(long_row), 3)),
              {"format", "one weight", "all together"},
              {}};
  for (const char* name : {"binary32", "bfloat16", "binary16", "e5m2"}) {
    const std::vector<double> p = probabilities(std::vector<double>(long_row, 0.0), in(name));
    table.rows.push_back({name, rounded(p[0], 3), rounded(summed(p, in("binary64")), 4)});
  }
  return {
      "long_rows",
      "A long row in a low format",
      {table,
       Prose{"The sum of ones **stalls**: beyond a power of two the format has no room for one "
             "more, and adding it changes nothing. Every weight is then too large by the same "
             "factor. Kernels therefore keep the sum in single precision, whatever the format of "
             "the scores."},
       Prose{fmt::format(
           "At the output it matters less as long as few tokens have nearly all of the sum (lesson "
           "{} has a row where it matters). In attention the scores of a long text are often much "
           "alike, and are often held in sixteen bits.",
           find("spread").number)}}};
}

}  // namespace softmax::lessons::attention_heads
