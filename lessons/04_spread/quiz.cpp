// The quiz of lesson 4.
#include <fmt/format.h>

#include <string>

#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

Question equal() {
  const Trace equal = traced("5.0 5.0 5.0", {Algorithm::shifted});
  return {
      "spread/equal",
      fmt::format("softmax([{0}, {0}, {0}]) produces what distribution?", equal.logits[0].text()),
      std::vector<Option>{
          {"one third each if the logits were small; large ones make one of them win", false,
           "A large logit beats smaller ones only. Here nobody is smaller."},
          {"one third each", true,
           fmt::format("Equal logits have equal exponentials, so each gets `1/|V|`, in binary32 "
                       "{}. Their common value cancels.",
                       digits(result(equal, 0), equal.format()))},
          {"all of it to the first: it is the argmax", false,
           "An argmax picks one index. Softmax sees no order among equal numbers."}},
      ""};
}

Question competitors() {
  constexpr std::size_t others = 20;
  std::string logits = "3";
  for (std::size_t i = 0; i < others; ++i) { logits += " 0"; }
  const Trace crowd = traced(logits, {Algorithm::shifted});
  const Trace two = traced("3 0", {Algorithm::shifted});
  const double exponential = exp(crowd.logits[0].value()).approximate();
  return {"spread/competitors",
          fmt::format("One logit is {}, and {} others are {}. What share does the one get?",
                      crowd.logits[0].text(), count(others), crowd.logits[1].text()),
          Number{digits(reference(crowd, 0), 3),
                 2,
                 {{digits(reference(two, 0), 3),
                   "That is its share against one competitor. Each of the others adds its "
                   "exponential to the sum as well."},
                  {digits(Certified(1.0) / Certified(static_cast<double>(others + 1)), 3),
                   "That is an equal share. The gap gives it more than the others."},
                  {"1",
                   "The others have logits of zero, not exponentials of zero: e to the zero is "
                   "one."}}},
          fmt::format("e^{0} / (e^{0} + {1}) = {2} / {3}.", crowd.logits[0].text(), others,
                      decimals(exponential, 2), decimals(exponential + others, 2))};
}

Question doubled() {
  return {"spread/doubled_crowd",
          "All competitors of the top logit have one and the same logit. Their number is doubled. "
          "By how much must the top logit rise to keep its share?",
          Number{digits(log(Certified(2.0)), 4),
                 3,
                 {{"2",
                   "That would multiply its exponential by e twice over. It has to be doubled "
                   "only."},
                  {"1", "That would multiply its exponential by e. It has to be doubled only."},
                  {"0",
                   "With the gap unchanged the sum of the competitors doubles, and the share "
                   "falls."}}},
          "The log-sum-exp of the rest rises by the logarithm of two: a gap counts on the scale of "
          "a logarithm, "
          "and a crowd by its logarithm."};
}

Question relative_gap() {
  const Trace low = traced("0 1", {Algorithm::shifted});
  const Trace high = traced("100 101", {Algorithm::shifted});
  const auto text = [](const Trace& t) {
    return fmt::format("[{}, {}]", t.logits[0].text(), t.logits[1].text());
  };
  return {
      "spread/relative_gap",
      fmt::format("Which row has the more even shares, {} or {}?", text(low), text(high)),
      std::vector<Option>{
          {"neither: they have the same shares", true,
           fmt::format("Both differ by one, and only differences count: the second gets {} in "
                       "both.",
                       percent(reference(high, 1), 3))},
          {fmt::format("{}: its two logits are nearly equal, relative to their size", text(high)),
           false, "Softmax sees differences, not ratios: a constant added to all logits cancels."},
          {fmt::format("{}: its logits are small, so its exponentials are", text(low)), false,
           "The exponentials are smaller, and so is their sum, by the same factor."}},
      ""};
}

Question above_one() {
  constexpr std::size_t n = 4096;
  const std::vector<double> shares = probabilities(std::vector<double>(n, 0.0), in("binary16"));
  return {"spread/above_one",
          fmt::format(
              "A kernel computes softmax of {} equal logits in binary16: it subtracts the maximum, "
              "and adds the exponentials one by one. Its shares add up to {} in all. What "
              "happened?",
              count(n), rounded(shares[0] * static_cast<double>(n), 3)),
          std::vector<Option>{
              {"an exponential overflowed", false,
               "The maximum was subtracted: each exponential is one. An overflow would have given "
               "zeros or NaNs."},
              {"each share was rounded up a little, and so many roundings add up", false,
               "A rounding changes a share by half a step at most, one part in thousands. Here "
               "each is twice as large as it should be."},
              {"the sum of ones stopped at half of the row", true,
               fmt::format("Each share is one over {}: there the step of the format becomes two, "
                           "and adding one changes nothing.",
                           count(static_cast<std::size_t>(1 / shares[0])))},
              {"the logits were not really equal", false,
               "Unequal logits have shares that differ, and still add up to about one, if the sum "
               "takes all of them in."}},
          ""};
}

}  // namespace

std::vector<Question> spread_quiz() {
  return {equal(), competitors(), doubled(), relative_gap(), above_one()};
}

}  // namespace softmax::lessons
