// Lesson 13: the museum.
#include <fmt/format.h>

#include <algorithm>

#include "lessons/13_museum/rooms.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

/// Whether the wrong result itself says that something is wrong.
bool loud(const Exhibit& one) {
  return one.wrong.find("nan") != std::string::npos || one.wrong.find("inf") != std::string::npos;
}

/// The years of the first report and of the last: "from 2014 to 2026".
std::string years() {
  const auto [first, last] =
      std::minmax_element(exhibits().begin(), exhibits().end(),
                          [](const Exhibit& a, const Exhibit& b) { return a.date < b.date; });
  return fmt::format("from {} to {}", first->date.substr(0, 4), last->date.substr(0, 4));
}

Idea entrance() {
  const Exhibit first = exhibits_of(Topic::entrance).at(0);
  return {
      "entrance",
      "At the entrance",
      {Prose{fmt::format("Here hang {} bugs of public projects, reported {}. (Their numbers have "
                         "gaps: the missing ones are not shown.) Each is computed "
                         "anew on its smallest input: wrong, as the code did, and right, as the "
                         "engine does. Each thread, `owner/repository#number`, is on GitHub.",
                         exhibits().size(), years())},
       figure(fmt::format("One of the commonest kinds, exhibit {}, {} ({}):", first.number,
                          first.thread, first.date),
              traced("800 1 1", {Algorithm::unshifted}, in("binary64")), 2),
       Prose{fmt::format("{} It gives {}; right is {}.", first.done, first.wrong, first.right)},
       SpeakerNote{"The rooms stand alone: choose two or three. Let the class guess, then hang the "
                   "room. Ask of each exhibit which test would have found it."}}};
}

/// The numbers of exhibits in words: "15, 23 and 43".
std::string numbers(const std::vector<int>& all) {
  std::string text = std::to_string(exhibit(all.front()).number);
  for (std::size_t i = 1; i < all.size(); ++i) {
    text += fmt::format("{}{}", i + 1 < all.size() ? ", " : " and ", exhibit(all[i]).number);
  }
  return text;
}

Question how_many_are_loud() {
  const auto heard = std::count_if(exhibits().begin(), exhibits().end(), loud);
  const std::string of_all = fmt::format("{} of {}", heard, exhibits().size());
  return {"museum/loud_or_silent",
          fmt::format("You have seen {} wrong results. How many of them show an inf or a nan?",
                      exhibits().size()),
          std::vector<Option>{
              {"nearly all: that is how numerical bugs show", false,
               of_all + ": that is how some show. Most print ordinary numbers."},
              {"hardly any: those would have been noticed", false,
               of_all + " do, but only on some inputs: on others the same code is right."},
              {"about a third", true,
               of_all + ". Some of the others betray themselves by their sum; the rest print "
                        "plausible shares, and only another computation can tell."}},
          ""};
}

Idea in_common() {
  return {
      "in_common",
      "What they have in common",
      {how_many_are_loud(),
       Prose{fmt::format(
           "Three things return in room after room.\n\n"
           "- *The repair is the next bug.* A start value, a number that stands for minus "
           "infinity, a guard or a limit was added for safety: exhibits {}.\n"
           "- *The default hides it.* At a T of one, with positive logits, a prompt of full length "
           "or a shift too small to matter, all is well: exhibits {}.\n"
           "- *Half precision fails by range.* What is scaled before it is shifted, or multiplied "
           "before it is scaled, overflows on the way to a result that would fit: exhibits {}.",
           numbers({15, 23, 43, 45}), numbers({10, 15, 17, 19, 42}), numbers({13, 40}))},
       Prose{"So a test of a softmax needs a T that is not one, logits that are all negative and "
             "far from zero, the largest one first and once last by far, a masked one first, a "
             "row of masks alone, a length that is no multiple of the hardware's vector, and a "
             "comparison that no NaN can slip through."},
       Prose{"The last room shows no bugs but wrong diagnoses: reports that name a true symptom "
             "and a false cause, or a cause and no symptom. They are the questions below."},
       SpeakerNote{"Learners call every wrong number overflow. Ask first which way the numbers "
                   "went: too large, too small, or the right size and of the wrong thing."}}};
}

}  // namespace

Content museum() {
  return {
      "What went wrong in real code, and which number did it print?",
      {entrance(), room_of_temperature(), room_of_normalizing(), room_of_overflow(),
       room_of_masks(), room_of_log_sum_exp(), room_of_sampling(), room_of_attention(),
       in_common()},
      {"Most wrong softmaxes print no NaN: check the sum, and compare with a reference.",
       "A start value, a guard, a stand-in for minus infinity: each is a number, and some logit "
       "lies beyond it.",
       "Choose test inputs on which the mistake would show: the defaults hide it.",
       "A symptom is not a diagnosis: compute the suspected step alone, and look."},
      {{"trace -200 -201", "a maximum that starts at zero shifts nothing: look at unshifted"},
       {"trace 2.875 2.955 11.0625 -a shifted -f binary16 -T 1e-4 --temperature-order "
        "scale_first",
        "where is the first infinity born?"},
       {"trace 0 -150 0 0 0 -a shifted,log_softmax",
        "a share that is lost, and its logarithm that is not"}},
      {}};
}

}  // namespace softmax::lessons
