// Lesson 2: what exponentials amplify, and what they do not.
#include <fmt/format.h>

#include <array>

#include "lessons/02_exponentiate/ideas.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::exponentiate_ideas {
namespace {

using namespace page;

const Trace& five_and_three() {
  static const Trace made = traced("5 3", {Algorithm::unshifted});
  return made;
}

Certified quotient(const char* pair) {
  const std::vector<Given> z = given(pair);
  return exp(z[0].value()) / exp(z[1].value());
}

Certified difference(const char* pair) {
  const std::vector<Given> z = given(pair);
  return exp(z[0].value()) - exp(z[1].value());
}

Question how_much() {
  const std::vector<Given>& z = five_and_three().logits;
  return {"exponentiate/five_and_three",
          fmt::format("How many times as large as e^{1} is e^{0}? (To two digits.)", z[0].text(),
                      z[1].text()),
          Number{digits(quotient("5 3"), 3),
                 2,
                 {{digits(z[0].value() - z[1].value(), 2),
                   "That is the difference of the scores. e to it is the factor."},
                  {digits(z[0].value() / z[1].value(), 3),
                   "That is the quotient of the scores. Exponents are subtracted, not divided."},
                  {digits(difference("5 3"), 4),
                   "That is the difference of the two exponentials, not their quotient."}}},
          fmt::format("Only the difference counts: e^({} - {}) = e^{}.", z[0].text(), z[1].text(),
                      digits(z[0].value() - z[1].value(), 2))};
}

Table gaps() {
  Table table{
      "A difference d of two scores, and the factor between their exponentials:", {"d", "e^d"}, {}};
  for (const Given& d : given("0.1 1 5 10")) {
    table.rows.push_back({d.text(), digits(exp(d.value()), 6)});
  }
  return table;
}

/// The two logits over their sum, then their exponentials over theirs.
Bars themselves_and_powers() {
  const auto& z = five_and_three().logits;
  const StageRow& read = five_and_three().runs[0].stages.front();
  const double sum = summed(read.computed, five_and_three().settings);
  return bars("Shares of the logits themselves, and of their exponentials:",
              {z[0].text(), z[1].text(), "e^" + z[0].text(), "e^" + z[1].text()},
              std::array{read.computed[0] / sum, read.computed[1] / sum,
                         result(five_and_three(), 0), result(five_and_three(), 1)});
}

Table pairs() {
  Table table{"Three pairs of scores with one difference:",
              {"two scores", "difference", "quotient of e^z", "difference of e^z"},
              {}};
  for (const char* pair : {"5 3", "1 -1", "-3 -5"}) {
    const std::vector<Given> z = given(pair);
    table.rows.push_back({fmt::format("{} and {}", z[0].text(), z[1].text()),
                          digits(z[0].value() - z[1].value(), 3), digits(quotient(pair), 4),
                          digits(difference(pair), 4)});
  }
  return table;
}

}  // namespace

Idea amplify() {
  return {"amplify",
          "Differences become factors",
          {how_much(),
           Formula{R"(\frac{e^a}{e^b} = e^{a-b} \ge 1 + (a - b))",
                   "e^a / e^b = e^(a-b) >= 1 + (a - b)"},
           gaps(),
           Prose{"The factor is always larger than the difference, and soon far larger. So where "
                 "differences are not small, one token stands out: the distribution is *peaked*."},
           themselves_and_powers()}};
}

Idea differences_shrink() {
  return {
      "differences_shrink",
      "Nearly true: it amplifies differences",
      {Question{"exponentiate/below_zero",
                "Two scores below zero differ by two. Do their exponentials differ by more?",
                std::vector<Option>{
                    {"yes: exponentials amplify every difference", false,
                     "The curve of e^x is flat below zero: there it brings numbers together."},
                    {"yes, if they are far enough below zero", false,
                     "The farther below zero, the closer together: both come near to zero."},
                    {"no: they differ by less than two, and by less than one", true,
                     "Both lie between zero and one. Their quotient is as large as ever."}},
                ""},
       pairs(),
       Prose{"The *quotient* is always the same, and larger than the difference. What e to z does "
             "to the difference itself depends on where the scores are. Shares are quotients, so "
             "for them the quotient counts."},
       SpeakerNote{"\"Exponentials amplify differences\" stands in many texts, and a "
                   "careful learner stumbles over it with the graph of e^x in mind. Ask for "
                   "the word that is missing: relative."}}};
}

}  // namespace softmax::lessons::exponentiate_ideas
