// The quiz of lesson 5.
#include <fmt/format.h>

#include <string>

#include "lessons/05_temperature/parts.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

using heat::hot;
using heat::neutral;

Certified first_share(std::string_view temperature) { return reference(heat::at(temperature), 0); }

/// What dividing by T makes of the example, and what three programs with a bug do.
Certified right_share() { return first_share(hot); }
Certified multiplied() { return first_share(heat::cold); }
Certified divided_twice() { return first_share("4"); }
Certified forgotten() { return first_share(neutral); }

Question lower() {
  constexpr std::string_view from = "1.0";
  constexpr std::string_view low = "0.1";
  return {"temperature/lower",
          fmt::format("You lower the temperature from T={} to T={}. What happens to the "
                      "probability of the highest-logit token?",
                      from, low),
          std::vector<Option>{
              {"it falls: a lower temperature makes every logit smaller", false,
               "The logits are divided by a number below one, so they and their differences "
               "grow. Lower means sharper."},
              {"it becomes ten times as large", false,
               "The logits do, and the gaps between them. The share cannot be above one, and how "
               "it grows depends on the gaps."},
              {"it rises towards one", true,
               fmt::format("Every gap is ten times as wide: in the worked example {} becomes {}. "
                           "With several highest it rises towards an equal part. It stays where "
                           "all are equal, or where the machine already holds one.",
                           percent(first_share(from), 3), percent(first_share(low), 5))},
              {"nothing: T says how to draw from the distribution, which stays", false,
               "T changes the distribution itself, and the drawing comes after. What stays is the "
               "logits."}},
          ""};
}

Question wrong_direction() {
  return {"temperature/wrong_direction",
          fmt::format("The logits are {}, and T = {}. A program gives the first token {}. What did "
                      "it do?",
                      heat::example, hot, percent(multiplied(), 3)),
          std::vector<Option>{
              {"it multiplied the logits by T", true,
               fmt::format("It sharpens where it should flatten. Right is {} "
                           "(bowang-lab/BLEEP#5).",
                           percent(right_share(), 3))},
              {"it divided the logits by T twice", false,
               fmt::format("That flattens too much: the first token would get {}.",
                           percent(divided_twice(), 3))},
              {"it forgot to divide", false,
               fmt::format("Then the first token would get {}, as without a temperature.",
                           percent(forgotten(), 3))},
              {"it divided the shares by T, and scaled them to add up to one", false,
               fmt::format("A common factor of all shares cancels in the scaling: that gives {} "
                           "at any T.",
                           percent(forgotten(), 3))}},
          ""};
}

Question twice() {
  return {
      "temperature/twice",
      fmt::format("A model's code divides the logits {} by T = {}, and the sampler that it "
                  "calls does so once more. What share does the first token get?",
                  heat::example, hot),
      Number{digits(divided_twice(), 4),
             3,
             {{digits(right_share(), 4),
               "That is right for one division. Two divisions by T are one by its square."},
              {digits(multiplied(), 4), "That multiplies. Both divide, and both flatten."},
              {digits(forgotten(), 4), "The two divisions do not undo each other: both flatten."}}},
      fmt::format("{}. This was reported (RL-Align/RL-Kernel#81). At T = {} nobody sees it.",
                  share_in_numbers(heat::at("4"), 0), neutral)};
}

Question blind_test() {
  return {"temperature/blind_test",
          "Which test finds a program that multiplies by T where it should divide?",
          std::vector<Option>{
              {fmt::format("a thousand random rows at T = {}", neutral), false,
               "There dividing, multiplying and dividing twice are the same. The default hides "
               "all three bugs."},
              {fmt::format("a row of equal logits at T = {}", hot), false,
               "Equal logits share alike at every T, right or wrong."},
              {"that the largest logit gets the largest share, at many T", false,
               "Multiplying by a positive number keeps the order as well."},
              {fmt::format("one row of unequal logits at T = {}", hot), true,
               fmt::format("For the worked example {} is right, and {} is what it would compute.",
                           percent(right_share(), 3), percent(multiplied(), 3))}},
          ""};
}

Question zero() {
  return {"temperature/zero", "A request asks for a T of zero. What should a runtime do?",
          std::vector<Option>{
              {"divide: an infinite logit will win as it should", false,
               "All positive logits become infinite, the differences of infinities are NaN, and "
               "a logit of zero is NaN at once."},
              {"put a tiny T in its place, such as one millionth", false,
               "Tied largest logits stay a coin flip, which greedy choice is not "
               "(FlashML-org/FreeToken#471), and in a small format the quotients overflow."},
              {"choose the largest logit, and divide by nothing", true,
               "That is what the limit means. A rule for ties belongs to it: the lowest index, "
               "say."},
              {"use a T of one, for zero means that none was set", false,
               "Then the one who asked for the likeliest token gets a random one."}},
          ""};
}

Question log_probabilities() {
  return {"temperature/log_probabilities",
          "A sampler gets probabilities p, no logits. Is softmax of `(ln p)/T` the same as that of "
          "the logits?",
          std::vector<Option>{
              {"no: the logits are lost, softmax cannot be undone", false,
               "They are lost up to a constant, and a constant added to all cancels."},
              {"yes, at every T", true,
               "`ln p` is the logit less the logarithm of the normalizer, the same for every "
               "token. What is the same for all cancels in softmax."},
              {"only at a T of one: else the constant is divided too", false,
               "It is, and then it is another constant, the same for all. It cancels."},
              {"yes, and softmax is not even needed: `e^((ln p)/T)` are shares already", false,
               "They do not add up to one unless T is one. They must be normalized."}},
          ""};
}

}  // namespace

std::vector<Question> temperature_quiz() {
  return {lower(), wrong_direction(), twice(), blind_test(), zero(), log_probabilities()};
}

}  // namespace softmax::lessons
