// The quiz of lesson 12.
#include <fmt/format.h>

#include "lessons/12_runtime/figures.hpp"
#include "lessons/catalogue.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using namespace runtimes;

Question sharpened_log_probabilities() {
  const Trace t = traced(worked_example, {Algorithm::shifted}, in("binary64", "0.5"));
  const Trace plain = traced(worked_example, {Algorithm::log_softmax, Algorithm::shifted});
  const Certified share = reference(plain, 0, 1);
  return {"runtime/sharpened",
          fmt::format("A server gives the log-probabilities of the logits {}, {} and {}: the first "
                      "is {}. You divide all three by T = {} and take softmax. What is the first "
                      "share? (To three digits.)",
                      t.logits[0].text(), t.logits[1].text(), t.logits[2].text(),
                      rounded(result(plain, 0), 3), t.settings.temperature.text()),
          Number{digits(reference(t, 0), 4),
                 3,
                 {{digits(share * share, 3),
                   "That is e to the quotient, not normalized: the three would not add up to one."},
                  {digits(share, 3),
                   "Log-probabilities are logits like others: T sharpens them too."}}},
          "It is the same share as from the raw logits at that temperature."};
}

Question weights_of_a_layer() {
  constexpr std::size_t keys = 100;
  return {"runtime/weights_of_a_layer",
          fmt::format("A layer has {} heads. One token attends to {} others. What do all its "
                      "attention weights in that layer add up to?",
                      llama_3.heads, keys),
          Number{std::to_string(llama_3.heads),
                 2,
                 {{rounded(1, 1),
                   "Those of one head do. Each head does its own softmax, over its own scores."},
                  {std::to_string(keys),
                   "Softmax takes in as many scores as there are keys, but the weights of a "
                   "head add up to one."}}},
          "One for each head."};
}

Question where_is_temperature() {
  return {"runtime/where_is_temperature",
          "You look for the temperature in the graph of llama.cpp. Where is it?",
          std::vector<Option>{
              {"it is the `scale` of `ggml_soft_max_ext`", false,
               "That one is of attention: one over the root of the head's width, the same in every "
               "request."},
              {"nowhere: it is applied in the sampler", true,
               "The graph of the model ends with raw logits. It would have to be built again for "
               "each request otherwise."},
              {"in the weights of the projection, which are divided by it", false,
               "That would give the same logits as dividing them, but for one temperature only: "
               "the weights are shared by all requests."}},
          ""};
}

Question surer_model() {
  constexpr std::array largest_logits = {-40, 12};
  return {"runtime/surer_model",
          fmt::format("One model's largest logit is {}, another's is {}. Which one is surer of its "
                      "token?",
                      largest_logits[0], largest_logits[1]),
          std::vector<Option>{
              {"the second: its logit is higher", false,
               "Add a constant to all logits, and no share changes. The height says nothing."},
              {"the first: it is further from zero", false,
               "Zero is no special height. Sharpness is in the differences to the other logits."},
              {"the two numbers do not tell", true,
               "Only differences within a row do. Look at the gap to the next logits."}},
          ""};
}

Question long_text() {
  return {"runtime/long_text",
          "A profile shows softmax at a few percent, and the more the longer the text is. Which "
          "softmax is it?",
          std::vector<Option>{
              {"that of attention: a row has a number for each token so far", true,
               "The rows grow with the text, in every head of every layer. It stays below the "
               "products of queries, keys and values all the same, which grow as fast."},
              {"that of the output: the vocabulary is large", false,
               "Its row has the length of the vocabulary, however long the text is."},
              {"both alike", false,
               "One grows with the text, the other has the same length for every token."}},
          ""};
}

}  // namespace

std::vector<Question> runtime_quiz() {
  return {sharpened_log_probabilities(), weights_of_a_layer(), where_is_temperature(),
          surer_model(), long_text()};
}

}  // namespace softmax::lessons
