// Lesson 10: the same softmax over the scores of queries and keys.
#include <fmt/format.h>

#include "lessons/10_attention/heads.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using namespace attention_heads;

Idea one_query() {
  const Attended head = small_head();
  Table table{"One query and three keys of d numbers each, and d is four:",
              {"key", "score", "weight", "value"},
              {}};
  std::vector<std::string> products;
  for (std::size_t j = 0; j < 3; ++j) {
    const std::string weight = decimals(head.weights(0, j), 4);
    const std::string value = rounded(small_values()(j, 0), 3);
    table.rows.push_back({std::to_string(j), rounded(head.scores(0, j), 4), weight, value});
    products.push_back(fmt::format("{} times {}", weight, value));
  }
  return {
      "one_query",
      "How much does a token look at each other one?",
      {Prose{"Inside a model each token asks a question, its **query**, and every token it may "
             "look at offers a **key**. The product of query and key, scaled, is a score. Scores "
             "are logits: any real numbers. Softmax along the keys makes them **weights**. Each "
             "key brings a **value**, and what the token gets is the weighted mean of the values."},
       Formula{R"(w_{ij} = \frac{e^{s_{ij}}}{\sum_k e^{s_{ik}}}, \qquad )"
               R"(s_{ij} = \frac{q_i \cdot k_j}{\sqrt d})",
               "w_ij = e^s_ij / sum over k of e^s_ik,   s_ij = (q_i . k_j) / sqrt(d)"},
       table,
       Question{"attention/output",
                "The three values stand in the last column. What does the query get?",
                Number{digits(head.outputs(0, 0), parse_format("binary32")),
                       2,
                       {{rounded(small_values()(0, 0), 3),
                         "That is the value of the key with the largest weight. Attention takes "
                         "a mean of all, weighted."},
                        {rounded(mean_of_values(), 3),
                         "That is the plain mean: as if all weights were equal."}}},
                fmt::format("{}, {} and {}, added before rounding.", products[0], products[1],
                            products[2])},
       SpeakerNote{"Nothing here is new: positive, adds up to one, keeps the ranking, subtract "
                   "the maximum. Let the class say which property of lesson three they see."}}};
}

Idea why_scaled() {
  const std::vector<double> scaled = two_weights(head_width);
  const std::vector<double> bare = two_weights(1);
  return {
      "why_scaled",
      "Why divide by the root of d?",
      {Prose{"A layer does this several times side by side, with other queries and keys. Each time "
             "is called a **head**, and d, how many numbers its queries and keys have, is its "
             "width."},
       Prose{"A product of two rows of d numbers is a sum of d products. If all are random, with "
             "mean zero and a standard deviation of one, the sum has a standard deviation of the "
             "root of d: the wider the head, the wider the logits, the sharper the softmax."},
       Question{
           "attention/scaled",
           fmt::format("Two scores before the scaling, {} and zero, in a head of d = {}. What "
                       "weight has the first key after it?",
                       rounded(unscaled_score, 3), head_width),
           Number{digits(scaled[0], parse_format("binary32")),
                  2,
                  {{rounded(bare[0], 3), "That is the weight without the scaling."},
                   {rounded(two_weights(model_width)[0], 3),
                    fmt::format("That divides by the root of the model's width, {}, not of the "
                                "head's.",
                                model_width)}}},
           ""},
       wrong_scales(),
       Prose{"Each of these errors has been made in published code. The scores still look like "
             "scores, and mostly the model still trains: only worse."},
       SpeakerNote{
           "Ask which test would see the wrong root: shapes, ranking and sum are all as they "
           "should be. Only a comparison with computed weights finds it."}}};
}

Idea order_of_scaling() {
  const Attended late = wide_head(ScaleOrder::product_first);
  const Attended early = wide_head(ScaleOrder::query_first);
  const Format half = parse_format("binary16");
  const double largest = half.largest;
  return {"order_of_scaling",
          "Scale first or scale last?",
          {Prose{fmt::format(
               "In real arithmetic the scale may be applied to the query, or to the "
               "finished product. Take d = {} and a query and a key of nothing but {}, in "
               "`binary16`, whose largest number is {}.",
               head_width, rounded(wide_number, 3), rounded(largest, 5))},
           Question{"attention/product_first",
                    fmt::format(
                        "Each product is {0} times {0}, and {1} of them are added. The scale comes "
                        "last. What is the score in `binary16`?",
                        rounded(wide_number, 3), head_width),
                    Number{digits(late.scores(0, 0), half),
                           4,
                           {{digits(early.scores(0, 0), half),
                             "That is the score if the query is scaled first. Here the sum is "
                             "formed before, and the largest number of the format is below it."}}},
                    ""},
           Table{"The same head, both ways:",
                 {"order", "score", "weight"},
                 {{"product, then scale", digits(late.scores(0, 0), half),
                   digits(late.weights(0, 0), half)},
                  {"query scaled first", digits(early.scores(0, 0), half),
                   digits(early.weights(0, 0), half)}}},
           Prose{"Subtracting the maximum comes too late for an infinite score: infinity less "
                 "infinity is NaN. What is exponentiated must be finite first."}}};
}

Idea causal() {
  return {
      "causal",
      "No looking ahead",
      {Prose{"A model that writes from left to right must not see what comes later. The scores of "
             "later keys are **masked** by minus infinity, so their weight is exactly zero, and "
             "the others share what is left."},
       weights_of(causal_head(3, 3), "Three queries, three keys, all scores equal:"),
       Question{"attention/cached",
                "Now the keys of earlier tokens are kept in a cache, and one new query meets three "
                "keys. Which of them may it see?",
                std::vector<Option>{
                    {"the first alone: so says the first row of the table", false,
                     "The triangle must end at the last key, not begin at the first. This error "
                     "was in several libraries: it showed only with a cache."},
                    {"all three: the query is the newest token", true,
                     "All keys are from earlier tokens or its own."},
                    {"the last alone: the others are in the past", false,
                     "The past is what it may see."}},
                ""},
       SpeakerNote{"Let somebody draw the triangle for one query and three keys. Half the class "
                   "starts it at the first key. Without a cache both drawings are the same."}}};
}

}  // namespace

Content attention() {
  return {"What is the same, and what is new, when softmax weighs keys instead of tokens?",
          {one_query(), why_scaled(), order_of_scaling(), causal(), nothing_to_see(), finite_mask(),
           sinks(), long_rows()},
          {"Attention weights are a softmax along the keys: one for each query of each head.",
           "Divide by the root of the head's own width, and before anything overflows.",
           "A mask is minus infinity; a finite number in its place can win.",
           "A row of masks alone has no softmax: decide what it means before it happens.",
           // NOLINTNEXTLINE(bugprone-suspicious-missing-comma): one sentence
           "In a low format a long row of equal scores stalls the sum, and the weights are too "
           "large."},
          {{"trace 1 2 -inf -a shifted", "a masked key in a row of scores"},
           {"trace -inf -inf -a shifted", "a query that may see nothing"},
           {"trace 16 -65504 -f binary16 -a shifted",
            "a finite mask in sixteen bits: less the maximum it is no longer finite"}},
          {}};
}

}  // namespace softmax::lessons
