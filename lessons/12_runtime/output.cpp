// The ideas of lesson 12 about the output: log-probabilities, a row's height, cost.
#include <fmt/format.h>

#include "lessons/12_runtime/figures.hpp"
#include "lessons/catalogue.hpp"

namespace softmax::lessons::runtimes {

using namespace page;

namespace {

/// An exp with its addition, in multiplications: about what a good kernel needs.
constexpr std::size_t cost_of_exp = 10;

std::string share_of_exps(std::size_t multiplications_to_one) {
  return percent(static_cast<double>(cost_of_exp) / static_cast<double>(multiplications_to_one), 2);
}

}  // namespace

Idea log_probabilities_as_logits() {
  const Trace t = log_probabilities("binary16");
  const Trace twice = softmax_of_results(t, 1);
  // Of so many digits the shares come out again.
  const Trace sent = log_probabilities("binary64");
  const auto shown = [&](std::size_t i) { return decimals(result(sent, i), 5); };
  return {
      "log_probabilities",
      "Log-probabilities as logits",
      {Prose{fmt::format("Servers answer with log-probabilities: for the logits {}, {} and {} with "
                         "{}, {} and {}. Somebody takes them for logits, and feeds them to "
                         "softmax.",
                         t.logits[0].text(), t.logits[1].text(), t.logits[2].text(), shown(0),
                         shown(1), shown(2))},
       Question{"runtime/log_probabilities",
                fmt::format("The first share was {}. What first share comes out now?",
                            rounded(result(t, 0, 1), 3)),
                Number{digits(reference(t, 0, 1), 4),
                       3,
                       {{rounded(result(twice, 0), 3),
                         "That is the softmax of the shares themselves: softmax twice. The "
                         "logarithm undoes the first one."},
                        {rounded(result(t, 0), 3),
                         "That is the log-probability; softmax never gives a negative number."}}},
                "They differ from the logits by a constant, so the shares are the same."},
       Formula{R"(\frac{e^{\ln p_i}}{\sum_j e^{\ln p_j}} = \frac{p_i}{\sum_j p_j} = p_i)",
               "e^(ln p_i) / sum over j of e^(ln p_j) = p_i / 1 = p_i"},
       there_and_back(fmt::format("Nearly so, in {}:", t.format().name), t.format().name),
       Prose{"*Nearly true*: the logarithm is rounded once more, and e to it shows that. So "
             "log-probabilities are logits, those whose normalizer is one; T may divide them as "
             "it divides logits, if softmax follows."}}};
}

Idea height() {
  const Trace t = traced(siblings[0].logits, {Algorithm::unshifted});
  return {
      "height",
      "The height of a row",
      {Prose{
           fmt::format("The loss that training lowers is minus the logarithm of the right token's "
                       "share, and shares do not see a constant added to all logits. So the loss "
                       "by itself holds a row at no height. Lesson {} had such a row: the two "
                       "largest logits of GPT-2 after one prompt were {} and {}.",
                       find("overflow").number, t.logits[0].text(), t.logits[1].text())},
       Question{"runtime/height",
                "Softmax of these two as the textbook has it, in binary32, without subtracting the "
                "maximum. What is the first share?",
                Number{computed_text(result(t, 0)),
                       3,
                       {{digits(reference(t, 0), 3),
                         "That is what it should be. But e to such a number is less than the "
                         "smallest number above zero."},
                        {rounded(0, 1),
                         "The exponentials are zero. But so is their sum, and zero over zero is "
                         "not zero."}}},
                "No number is too large here: all exponentials are too small."}}};
}

Idea same_gaps() {
  const std::string_view low = "bfloat16";
  const double first = given(siblings[0].logits)[0].held_in(parse_format("binary32"));
  const double gap = ulp(Certified(first), parse_format(low)).approximate();
  return {
      "siblings",
      "The same gap elsewhere",
      {Prose{"A sibling of the model, say its distilled version, settles elsewhere. Let it keep "
             "the gap between the two logits, and change the height alone:"},
       at_every_height("The first share of two; the gap is the same in all rows:"),
       Prose{"A program without the subtraction may have been tested on a sibling that lies high "
             "enough. On a lower one it computes with subnormal numbers, and on the next it gives "
             "NaN."},
       Prose{fmt::format("*Nearly true*: \"a constant changes nothing\". The logits themselves "
                         "were rounded, and the farther from zero, the wider the gaps of the "
                         "format. In binary32 that changes late digits; in {} the gap at {} is "
                         "{}, larger than the difference that matters. Keep logits in binary32, "
                         "or subtract the maximum before you round them to fewer bits.",
                         low, rounded(first, 4), rounded(gap, 2))},
       SpeakerNote{fmt::format("Ask which model is surer of itself, one whose first logit is {} "
                               "or one whose first is {}. The height says nothing.",
                               given(siblings[0].logits)[0].text(),
                               given(siblings[2].logits)[0].text())}}};
}

Idea cost() {
  const std::size_t weights = llama_3.width * llama_3.vocabulary;
  const std::size_t attention = 2 * llama_3.head_width;
  return {
      "cost",
      "Softmax itself is cheap",
      {Prose{fmt::format("Each of the {} logits is a product of two vectors of {} numbers; softmax "
                         "then takes one exp of it.",
                         count(llama_3.vocabulary), count(llama_3.width))},
       Question{"runtime/multiplications",
                "How many multiplications has the projection for each exp of the softmax?",
                Number{std::to_string(llama_3.width),
                       4,
                       {{rounded(1, 1),
                         "One multiplication makes one of the products that add up to a logit. A "
                         "logit has as many as the hidden vector has numbers."},
                        {std::to_string(llama_3.vocabulary),
                         "That is the number of logits, and of exps. Divide the "
                         "multiplications of all of them by it."}}},
                ""},
       costs(fmt::format("Counted, for the Llama 3 of {} billion parameters:", llama_3.billions)),
       Prose{fmt::format("Say an exp and its addition cost as much as {} multiplications: that "
                         "is {} of the projection, {} of the products of attention. In a long "
                         "text attention's softmax can be seen in a profile, but the products "
                         "grow as fast. The one at the output has a row of {} numbers, and the "
                         "projection reads {} weights.",
                         cost_of_exp, share_of_exps(llama_3.width), share_of_exps(attention),
                         count(llama_3.vocabulary), count(weights))},
       Prose{"*Nearly true*: \"three passes\" (max, exp-and-sum, divide). `ggml_soft_max` on a CPU "
             "goes over a masked row six times: it copies, scales and masks first. Where flash "
             "attention is on, another operator does it all in one go, as the lesson on online "
             "softmax shows."}}};
}

}  // namespace softmax::lessons::runtimes
