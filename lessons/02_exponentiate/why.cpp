// Lesson 2: what e to a score has that other ways to positive numbers do not have.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/compute.hpp"
#include "engine/rounded.hpp"
#include "lessons/02_exponentiate/ideas.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons::exponentiate_ideas {
namespace {

using namespace page;
using Row = std::vector<double>;

const Trace& three() {
  static const Trace made = traced("5 3 -4", {Algorithm::unshifted});
  return made;
}

/// Computes: f of each of the three over the sum of these, in binary32.
template <class Function>
Row shares_by(Function&& f) {
  Row row = three().runs[0].stages.front().computed;
  std::transform(row.begin(), row.end(), row.begin(), f);
  const Settings settings = in("binary32");
  return compute_step({Stage::divide}, row, std::array{summed(row, settings)}, 1, settings);
}

constexpr double small = 5;
constexpr double large = 1000;

Row shares_after_adding(double constant) {
  return shares_by([=](double z) { return z + constant; });
}

std::vector<std::string> table_row(std::string name, const Row& shares) {
  std::vector<std::string> cells = {std::move(name)};
  for (const double share : shares) { cells.push_back(percent(share, 3)); }
  return cells;
}

Table ways() {
  Table table{"The shares of the three, by what is divided by its sum:", {"what"}, {}};
  for (const Given& logit : three().logits) { table.headings.push_back(logit.text()); }
  table.rows = {
      table_row(fmt::format("z + {}", small), shares_after_adding(small)),
      table_row(fmt::format("z + {}", large), shares_after_adding(large)),
      table_row("z squared", shares_by([](double z) { return z * z; })),
      table_row("z, or zero below", shares_by([](double z) { return std::max(z, 0.0); })),
      table_row("two to the z",
                shares_by([](double z) { return std::ldexp(1, static_cast<int>(z)); })),
      table_row("e to the z",
                shares_by([](double z) { return exp_rounded(z, parse_format("binary32")); })),
  };
  return table;
}

Question which_constant() {
  return {"exponentiate/constant",
          fmt::format("Add {} to each, or add {} to each. What becomes of the largest share with "
                      "the larger constant?",
                      small, large),
          std::vector<Option>{
              {"nothing: the same is added to all, and only differences count", false,
               "So it is with softmax. Here the sum grows with the constant, and the differences "
               "become small beside it."},
              {"it comes near to a third", true,
               fmt::format("It falls from {} to {}: three large numbers that differ little.",
                           percent(shares_after_adding(small)[0], 3),
                           percent(shares_after_adding(large)[0], 3))},
              {"it comes near to one", false,
               "The largest number grows, but so do the two others, by as much."}},
          ""};
}

}  // namespace

Idea other_ways() {
  return {"other_ways",
          "Why not add a constant?",
          {Prose{fmt::format("Scores may be negative, shares may not. The least that helps is to "
                             "add a constant to every score, so that all are positive, and to "
                             "divide each by the sum. Take the logits {}.",
                             listed(three()))},
           which_constant(), ways(),
           Prose{"What to add, nobody can say, and the shares depend on it. The square forgets the "
                 "sign: the lowest score comes second. Zero for all below zero makes these alike. "
                 "The powers are positive and keep the order. A constant added to all scores is a "
                 "factor of every power, and the division cancels it. Two or e is a matter of "
                 "temperature, which has a lesson of its own."},
           SpeakerNote{"Let somebody defend a constant of their choice before you show the table. "
                       "The usual choice, whatever makes the smallest score zero, gives the last "
                       "token nothing at all."}}};
}

Idea positive_and_ordered() {
  Table table{"To four digits, without zeros at the end:", {"score z", "e^z"}, {}};
  for (const Given& z : given("-100 -2.3 0 2.3 100")) {
    table.rows.push_back({z.text(), digits(exp(z.value()), 4)});
  }
  return {
      "positive_and_ordered",
      "Above zero, and in order",
      {Prose{"e to a score is the square of e to its half, so it is not negative. Multiplied "
             "by e to the negative score it is one, so it is not zero:"},
       Formula{R"(e^x = \left(e^{x/2}\right)^2 \ge 0, \qquad e^x \cdot e^{-x} = 1)",
               "e^x = (e^(x/2))^2 >= 0   and   e^x e^-x = 1,   so   e^x > 0"},
       Prose{"And of two scores a > b the larger has the larger power, for e to a positive number "
             "is above one:"},
       Formula{R"(e^a - e^b = e^b \left(e^{a-b} - 1\right) > 0)",
               "e^a - e^b = e^b (e^(a-b) - 1) > 0"},
       table,
       Prose{"A very negative score becomes a very small number, but a positive one. That is said "
             "of real numbers; the machine comes further down."}}};
}

}  // namespace softmax::lessons::exponentiate_ideas
