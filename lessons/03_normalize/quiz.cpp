// The quiz of lesson 3.
#include <fmt/format.h>

#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

Question fourth_token() {
  const Trace three = traced("2.0 1.0 0.1", {Algorithm::unshifted});
  const Trace four = traced("2.0 1.0 0.1 2.0", {Algorithm::unshifted});
  return {"normalize/odds",
          fmt::format("A fourth token joins {}, {} and {}, with the logit {}. What share does the "
                      "first get now? (To two digits.)",
                      four.logits[0].text(), four.logits[1].text(), four.logits[2].text(),
                      four.logits[3].text()),
          Number{digits(reference(four, 0), 3),
                 2,
                 {{digits(reference(three, 0), 3), "The sum has grown by one more exponential."},
                  {digits(reference(three, 0) * Certified(0.5), 3),
                   "That halves its old share. But the new token takes from all three."},
                  {rounded(1.0 / 4, 2), "That is an equal share for each."}}},
          share_in_numbers(four, 0) + "."};
}

Question printed_shares() {
  constexpr std::size_t n = 600;
  const double share = probabilities(std::vector<double>(n, 0.0), {})[0];
  const std::string printed = decimals(share, 3);
  return {"normalize/printed_shares",
          fmt::format("A table prints the shares of {} tokens with equal logits, each to three "
                      "decimals: {}. What do the printed shares add up to?",
                      count(n), printed),
          Number{rounded(std::stod(printed) * static_cast<double>(n), 3),
                 2,
                 {{rounded(share * static_cast<double>(n), 3),
                   "So the shares do. Each printed one was rounded up, and all the roundings add "
                   "up."}}},
          "A sum of rounded numbers is not the rounded sum: here it is above one, though no share "
          "is wrong."};
}

}  // namespace

std::vector<Question> normalize_quiz() {
  return {
      fourth_token(),
      {"normalize/negative", "Can a share be negative if its logit is?",
       std::vector<Option>{{"yes: a share has the sign of its logit", false,
                            "e to a negative number is small, and positive."},
                           {"no: its exponential is positive", true,
                            "e to anything is positive, and so is its quotient by a positive sum."},
                           {"only if all logits are negative", false,
                            "Even then each e^z is positive, and the shares add up to one."}},
       ""},
      {"normalize/denominator",
       "A program divides each exponential by the sum of the *logits*. What is wrong with its "
       "result?",
       std::vector<Option>{
           {"nothing, if the logits are positive", false,
            "The shares would not add up to one: numerators and denominator are different things."},
           {"it does not add up to one", true,
            "The denominator must be the sum of what is divided: of the exponentials."},
           {"the order of the shares is wrong", false,
            "Every one is divided by the same number, so the order stays, if that number is "
            "positive."}},
       ""},
      printed_shares(),
  };
}

}  // namespace softmax::lessons
