// Lesson 5: temperature.
#include <fmt/format.h>

#include "lessons/05_temperature/parts.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;
using heat::at;
using heat::cold;
using heat::example;
using heat::hot;
using heat::neutral;

/// The largest logit less the smallest.
Certified spread_of(const Trace& t) {
  return t.logits[0].value() - t.logits[t.logits.size() - 1].value();
}

Idea one_knob() {
  const Certified now = reference(at(neutral), 0);
  return {
      "one_knob",
      "One number, turned by whoever asks",
      {Prose{fmt::format("A model gave three tokens the logits {}, {} and {}. Their softmax gives "
                         "the first {}. Whoever runs the model may set a **temperature** T: every "
                         "logit is divided by it, and then softmax is taken.",
                         at(neutral).logits[0].text(), at(neutral).logits[1].text(),
                         at(neutral).logits[2].text(), percent(now, 3))},
       Question{"temperature/half",
                fmt::format("T is set to {}. What share does the first token get?", cold),
                Number{digits(reference(at(cold), 0), 3),
                       2,
                       {{digits(now / Certified(0.5), 3),
                         "That divides the share by T. The logits are divided, and what comes out "
                         "is still shares of one whole."},
                        {digits(now * Certified(0.5), 3),
                         "That multiplies the share by T. It is the logits that change, and their "
                         "differences grow."},
                        {digits(reference(at(hot), 0), 3),
                         "That multiplies the logits by T, and flattens where T should sharpen."},
                        {digits(now, 3),
                         "The common factor of the logits does not cancel: softmax sees their "
                         "differences, and they are doubled."}}},
                share_in_numbers(at(cold), 0) + "."},
       SpeakerNote{"Ask for the direction first, up or down, and for a number after that. Those "
                   "who say \"down\" often think of the logits as getting smaller."}}};
}

Idea divide_first() {
  return {
      "divide_first",
      "Divide, then softmax",
      {Prose{"Each logit is divided by T. The rest is as before:"},
       Formula{R"(p_i = \frac{e^{z_i/T}}{\sum_j e^{z_j/T}})",
               "p_i = e^(z_i/T) / sum over j of e^(z_j/T)"},
       Prose{fmt::format("z/{} is twice z: so each difference is doubled too. The stage `scale` "
                         "is all that is new. At T = {} a program may leave it out: nothing "
                         "changes.",
                         cold, neutral)},
       figure("The two largest of the three, stage by stage:",
              traced(example, {Algorithm::unshifted}, in("binary32", cold)), 2)}};
}

Idea sharper_and_flatter() {
  const auto spread_at = [](std::string_view t) {
    return digits(spread_of(at(t)) / at(t).settings.temperature.value(), 3);
  };
  const auto odds_at = [](std::string_view t) {
    return digits(reference(at(t), 0) / reference(at(t), 1), 3);
  };
  return {"sharper_and_flatter",
          "Sharper and flatter",
          {bars(fmt::format("T = {}. The spread is {} instead of {}: sharper.", cold,
                            spread_at(cold), spread_at(neutral)),
                at(cold)),
           bars(fmt::format("T = {}. The spread is {}: flatter, the others have a better chance.",
                            hot, spread_at(hot)),
                at(hot)),
           Prose{fmt::format(
               "The odds of two tokens are e to the difference of their logits, and T "
               "divides that difference. So T takes the odds of T = {0} to the power of one over "
               "T. Those of the first two are {1} at T = {0}, {2} at T = {3}, and {4} at T = {5}.",
               neutral, odds_at(neutral), odds_at(cold), cold, odds_at(hot), hot)},
           Formula{R"(\frac{p_i}{p_j} = e^{(z_i - z_j)/T} = \left(e^{z_i - z_j}\right)^{1/T})",
                   "p_i / p_j = e^((z_i - z_j)/T) = (e^(z_i - z_j))^(1/T)"}}};
}

}  // namespace

Content temperature() {
  return {
      "What does dividing the logits by one number do to the shares, and where does it go "
      "wrong?",
      {one_knob(), divide_first(), sharper_and_flatter(), heat::both_limits(),
       heat::runtime_setting(), heat::three_rows(), heat::small_temperature(), heat::which_order()},
      {"Temperature divides the logits before softmax: below one sharper, above one flatter.",
       "The odds of two tokens are taken to the power of one over T, so the ranking stays.",
       "Towards zero the largest logits share everything; towards infinity all share alike.",
       "T belongs to the request, not to the model: the logits do not change.",
       "Subtract the maximum first, then divide: no overflow upwards, and more accurate shares."},
      {{"trace 30.0 1.0 0.1 -T 2 -a shifted",
        "one logit much higher than the rest: which T gives the others a tenth of the whole?"},
       {"trace 1.0 1.0 1.0 -T 0.1 -a shifted",
        "all logits equal: is there a T that changes a share?"},
       {"trace 2.875 2.955 11.0625 -T 1e-4 -f binary16 -a shifted --temperature-order scale_first",
        "sharpened too far: where is the first infinity born, and what is made of it? Then "
        "leave out the order"}},
      {}};
}

}  // namespace softmax::lessons
