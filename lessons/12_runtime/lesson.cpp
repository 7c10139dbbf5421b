// Lesson 12: what a runtime does around softmax.
#include <fmt/format.h>

#include <cmath>

#include "lessons/12_runtime/figures.hpp"
#include "lessons/catalogue.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using namespace runtimes;

Table two_places() {
  return {"The softmaxes of one new token:",
          {"where", "rows", "numbers in a row", "computed by"},
          {{"attention", count(attention_rows(llama_3)), "one for each token so far",
            "the model's graph"},
           {"output", rounded(1, 1), count(llama_3.vocabulary), "the sampler"}}};
}

Idea how_many() {
  return {
      "how_many",
      "One token, many softmaxes",
      {Prose{fmt::format("llama.cpp makes text token by token. For each it computes the *graph* of "
                         "the model, a list of operators, down to a row of logits; then its "
                         "*sampler* picks a token. Take the Llama 3 of {} billion parameters: {} "
                         "layers, with {} heads of attention in each.",
                         llama_3.billions, llama_3.layers, llama_3.heads)},
       Question{"runtime/rows",
                "For one new token, how many rows does the graph put through softmax?",
                Number{std::to_string(attention_rows(llama_3)),
                       4,
                       {{std::to_string(llama_3.layers),
                         "That is one a layer. But each head compares queries and keys of its "
                         "own, and does its own softmax."},
                        {rounded(1, 1),
                         "You think of the softmax at the output. The graph does not even have "
                         "that one: it ends with the logits."}}},
                "Each head of each layer does its own softmax."},
       two_places(),
       Prose{"It is one formula in both places, with the same properties, positive weights that "
             "add up to one, and the same care: the maximum is subtracted first."},
       Prose{"*Nearly true*: \"in llama.cpp softmax is `ggml_soft_max`\". That is the operator of "
             "the first row, unless flash attention is on and a larger operator does its work. "
             "The sampler has a loop of its own."}}};
}

Question by_hand() {
  return {"runtime/by_hand",
          "A program subtracts the maximum from the scores itself, before it calls the operator. "
          "What is that good for?",
          std::vector<Option>{
              {"it keeps the exponentials from overflowing", false,
               "They cannot overflow: the operator looks for the maximum and subtracts it, "
               "whatever it is given."},
              {"it makes the shares more accurate", false,
               "The same subtraction is rounded, only earlier."},
              {"nothing: the operator does it anyway", true,
               "It finds the maximum of what it is given, after the mask, and subtracts that. You "
               "need not do it yourself."}},
          ""};
}

Idea one_operator() {
  return {
      "one_operator",
      "What ggml_soft_max does",
      {Prose{"In its extended form, `ggml_soft_max_ext`, the operator takes a row of scores z, a "
             "mask, and two numbers:"},
       Formula{R"(p = \mathrm{softmax}(\text{scale} \cdot z + \text{slope} \cdot \text{mask}))",
               "p = softmax(scale * z + slope * mask)"},
       by_hand(),
       masked_row(fmt::format("A head of GPT-2, {} numbers wide, over four keys; scale = 1/{}, "
                              "slope = {}, and the last key is masked:",
                              gpt_2_head_width, rounded(std::sqrt(gpt_2_head_width), 2),
                              rounded(1, 1))),
       Prose{"The mask is zero or -inf and is added after scaling: -inf survives everything until "
             "e to it is zero, and the best score of the four gets nothing."},
       SpeakerNote{"Ask why the mask is added and not multiplied. A score times zero is zero, and "
                   "e to zero is one: a real and frequent bug."}}};
}

Idea slopes() {
  const Trace t = trace(biases(1), Settings{}, std::array{Algorithm::shifted});
  const Certified ratio = reference(t, 0) / reference(t, 1);
  return {
      "slope",
      "What the slope is for",
      {Prose{"Some models tell near from far by the mask alone (ALiBi): for a key d tokens back "
             "it holds -d instead of zero. The slope says how much a head minds; each head has "
             "its own."},
       Question{
           "runtime/slope",
           fmt::format("Two keys have the same score, one is the token itself, one the token "
                       "before. The slope is {}. The first weight is how many times the "
                       "second? (To three digits.)",
                       rounded(slope(1), 2)),
           Number{
               digits(ratio, 4),
               3,
               {{rounded(1 / slope(1), 2),
                 "The slope does not divide the weight. It is subtracted from the score, "
                 "and e to it is the factor."},
                {rounded(1, 1), "That is so without a slope. The second score is lowered by it."},
                {digits(Certified(1) / ratio, 3), "That is the second weight over the first."}}},
           "It is e to the slope."},
       Formula{R"(\text{slope}_h = 2^{-M h / H})",
               "slope of head h = 2^(-M h / H),   M the max_bias, H heads (a power of two)"},
       sloped_shares(fmt::format("Equal scores, {} heads, max_bias = {}; each row adds up to one:",
                                 sloped_heads, rounded(largest_bias, 2))),
       Prose{"Head one looks nearby, the last one far. Where max_bias is zero the slope is one "
             "for every head, and the mask is added as it is."}}};
}

Question what_is_done_anew() {
  return {"runtime/what_anew",
          "A user lowers T in the middle of a text. What does the model compute differently from "
          "then on?",
          std::vector<Option>{
              {"every softmax: T divides what goes into it", false,
               "The softmaxes of attention are part of the model, trained without T. Their "
               "scores are divided by the root of the head's width, always the same."},
              {"the projection to the vocabulary: it makes the logits", false,
               "It makes the same logits as before: T divides them afterwards."},
              {"nothing", true,
               "The graph ends with raw logits. Two users with two temperatures can share one "
               "batch of it."}},
          ""};
}

Idea raw_logits() {
  return {
      "raw_logits",
      "What is left to the sampler",
      {what_is_done_anew(),
       Prose{fmt::format("The model always produces raw logits, at T = {}. Temperature, top-k and "
                         "top-p are the sampler's, and can differ from one request to the next:",
                         requests[1])},
       temperatures("The same three raw logits, for three requests:"),
       Prose{"Top-k needs the ranking alone, and cuts logits. Top-p needs shares: for it, and to "
             "draw a token, the sampler has a softmax of its own, which subtracts the maximum "
             "again. Unless told otherwise it cuts first and divides by T last. A T of "
             "zero would divide by zero: it means the largest logit."},
       Prose{"*Nearly true*: some graphs scale or cap their logits at the end (Gemma caps). That "
             "is part of the model, the same for every request. And on demand a newer llama.cpp "
             "puts samplers on the device too, behind the logits."},
       SpeakerNote{"The first option is what most people choose who know that softmax is "
                   "everywhere. Let them find the two places in the table of the first idea."}}};
}

}  // namespace

Content runtime() {
  return {
      "Who scales, who masks, who subtracts the maximum and who divides by T, when llama.cpp "
      "makes the next token?",
      {how_many(), one_operator(), slopes(), raw_logits(), log_probabilities_as_logits(), height(),
       same_gaps(), cost()},
      {"`ggml_soft_max` scales, masks, and subtracts the maximum: do not do it yourself.",
       "Each head of each layer does its own softmax; the one at the output is the sampler's.",
       "The model gives raw logits; temperature, top-k and top-p belong to the request.",
       "Log-probabilities are logits whose normalizer is one.",
       "Rows that differ by a constant have the same shares, if the maximum is subtracted."},
      {{"trace 12 20 4 -inf -T 8 --temperature-order scale_first -a shifted",
        "the operator's stages, in its order: scale and mask, then max"},
       {"trace -135.913 -136.684 -137.12 -137.647",
        "a real model's height: unshifted underflows; then add ninety-six to each"},
       {"trace -0.41702995 -1.41703 -2.31703 -a unshifted",
        "log-probabilities as logits: what do their exponentials add up to?"}},
      {}};
}

}  // namespace softmax::lessons
