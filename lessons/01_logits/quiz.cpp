// The quiz of lesson 1.
#include <fmt/format.h>

#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

Question needs_softmax() {
  return {"logits/needs_softmax", "For which of these do you need Z, the sum over the whole row?",
          std::vector<Option>{
              {"to keep the forty tokens that fit best", false,
               "That is top-k: the forty largest logits are the forty largest shares."},
              {"to say which of two tokens is more likely", false,
               "The larger logit has the larger share."},
              {"to keep the fewest tokens that have nine tenths of the mass", true,
               "That is top-p: mass is a sum of shares, and every share is a part of Z."},
              {"to say how many times as likely as another a token is", false,
               "e to the difference of the two logits says it; the rest of the row cancels."}},
          ""};
}

Question looks_normalized() {
  const Trace t = traced("0.7 0.2 0.1", {Algorithm::shifted});
  return {"logits/looks_normalized",
          fmt::format("The logits {} are positive and add up to one. Which share does softmax give "
                      "the first? (To two digits.)",
                      listed(t)),
          Number{digits(reference(t, 0), 3),
                 2,
                 {{t.logits[0].text(),
                   "Softmax does not look whether its input is a distribution: it exponentiates "
                   "whatever it gets. So softmax applied twice is another, flatter result."},
                  {rounded(1.0 / 3.0, 3), "That is an equal share for each, of equal logits."}}},
          share_in_numbers(t, 0) + "."};
}

Question forbidden() {
  const Trace zeros = traced("-1 1e-10 1e-10", {Algorithm::shifted});
  const Trace before = traced("-1 -2 -3", {Algorithm::shifted});
  return {"logits/forbidden",
          fmt::format("The logits are {}. A program allows only the first token, and forbids the "
                      "others by setting their logits to {}, almost zero (karpathy/minGPT#10). "
                      "Which share does softmax give the first? (To two digits.)",
                      listed(before), zeros.logits[1].text()),
          Number{digits(reference(zeros, 0), 3),
                 2,
                 {{"1",
                   "For that the others must be -inf: e to it is zero. Zero is a score like any "
                   "other, and here it is the best one."},
                  {digits(reference(before, 0), 3),
                   "That is its share before anything was forbidden."}}},
          "Where scores are negative, zero is above all of them."};
}

Question ten_times() {
  const Certified ten(10.0);
  return {
      "logits/ten_times",
      "One token is ten times as likely as another. By how much do their logits differ? (To "
      "two digits.)",
      Number{digits(log(ten), 3),
             2,
             {{"10", "That is the quotient of the shares. The difference is its logarithm."},
              {"1", "That is the logarithm to the base ten; softmax exponentiates to the base e."},
              {digits(exp(ten), 5), "That is e to ten: the other way round."}}},
      fmt::format("The difference is the logarithm of the odds: ln {} = {}.", digits(ten, 2),
                  digits(log(ten), 4))};
}

Question one_score() {
  const Trace small = traced("2.4 0.7 -2.3 1.2", {Algorithm::shifted});
  const Trace large = traced("102.4 100.7 97.7 101.2", {Algorithm::shifted});
  return {"logits/one_score",
          fmt::format("The largest logit of one row is {}, of another row {}. In which of the two "
                      "is the model more certain of its first choice?",
                      small.logits[0].text(), large.logits[0].text()),
          std::vector<Option>{
              {"in the second: its score is far larger", false,
               "A constant added to a whole row changes no difference, so it changes no share."},
              {"it cannot be said from these two numbers", true,
               fmt::format("Only differences within a row count. Of the rows {} and {} both give "
                           "the first token {}.",
                           listed(small), listed(large), percent(result(small, 0), 3))},
              {"in the first: a small score is a cautious one", false,
               "A score has no size of its own: the whole row may be moved up or down."}},
          ""};
}

Question all_negative() {
  return {"logits/all_negative",
          "All logits of a row are negative. What does it say of the next token?",
          std::vector<Option>{
              {"nothing: only the differences within the row count", true,
               "The same constant added to all would make them positive and change no share."},
              {"that no token fits well", false,
               "A score has no zero point. The best token may still have nearly all of the mass."},
              {"that the shares will add up to less than one", false,
               "Each share is a part of the sum of all, so together they are the whole."},
              {"that something is broken in the model", false,
               "Nothing keeps a model from it: GPT-2 has rows in which every logit is far below "
               "zero."}},
          ""};
}

Question equal_in_bfloat16() {
  return {"logits/equal_in_bfloat16",
          "Two tokens get the same computed share in bfloat16. Were their logits equal?",
          std::vector<Option>{
              {"yes: softmax keeps the order, so unequal logits get unequal shares", false,
               "In real arithmetic. A rounding may make two unequal numbers equal."},
              {"no: equal shares are always a rounding error", false,
               "Equal logits get equal shares, whatever the rounding."},
              {"perhaps: two logits close together can end in one share", true,
               "It can happen when they are read, at the exponentials, or at the division."}},
          ""};
}

}  // namespace

std::vector<Question> logits_quiz() {
  return {needs_softmax(), looks_normalized(), one_score(),        forbidden(),
          ten_times(),     all_negative(),     equal_in_bfloat16()};
}

}  // namespace softmax::lessons
