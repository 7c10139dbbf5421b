// The quiz of lesson 13: a room of wrong diagnoses.
#include <fmt/format.h>

#include <cmath>
#include <limits>

#include "lessons/13_museum/diagnoses.hpp"
#include "lessons/13_museum/exhibit.hpp"
#include "lessons/13_museum/wrong_steps.hpp"
#include "lessons/catalogue.hpp"
#include "lessons/page/compute.hpp"

namespace softmax::lessons {
namespace {

using namespace page;

/// In the right order: m and log s are subtracted one after the other.
template <class Number>
Row<Number> log_shares(const Row<Number>& z, auto lift) {
  const Row<Number> shifted = minus(z, largest(z));
  return minus(shifted, log_sum_exp(shifted, lift));
}

Question log_shares_over_t() {
  const char* const logits = "2 1 0.1";
  const char* const half = "0.5";
  const auto again = computed(logits, "binary32", [&](const auto& z, auto lift) {
    const auto scaled = over(log_shares(z, lift), lift(std::stod(half)));
    return shares_shifted_by(largest(scaled), scaled);
  });
  const auto alone = computed(logits, "binary32", [](const auto& z, auto lift) {
    return exponentials(over(log_shares(z, lift), lift(2)));
  });
  const auto wanted = by_engine(logits, "binary32", Algorithm::shifted, half);
  return {
      "museum/log_shares_over_t",
      fmt::format("*MoonshotAI/Kimi-Audio#161*: a program divides log shares by T, not logits, and "
                  "makes a softmax of them. The report says: another distribution. What happens "
                  "to {} at T = {}?",
                  input_text(logits), half),
      std::vector<Option>{
          {"it is another one: the logarithm of the sum is divided by T too", false,
           "It is divided too. But it is the same for all tokens, and what is the same for all "
           "cancels."},
          {"it is the same one", true,
           fmt::format("From log shares {}, from logits {}: log shares are logits less a constant.",
                       row_text(again, 4), row_text(wanted, 4))},
          {"it is the same one only at a T of one", false,
           fmt::format("Here T is {}, and both ways give {}.", half, row_text(wanted, 4))}},
      fmt::format("Only without the second softmax would it be wrong: at a T of two, e to the log "
                  "shares over T has the sum {}.",
                  decimals(summed(alone, in("binary32")), 3))};
}

Question which_axis() {
  const int hidden = exhibit(7).number;
  return {"museum/which_axis",
          "*labmlai/annotated_deep_learning_paper_implementations#282*: scores have a row for each "
          "query and a column for each key, and the code makes each row add up to one. The report "
          "says: the columns should. What is right?",
          std::vector<Option>{
              {"the report: every key gives away a whole", false,
               "A key that no query asks for may have no weight at all."},
              {"the code: every query shares one whole among its keys", true,
               fmt::format("The output of a query is a mean of values, and the weights of a mean "
                           "add up to one. The other axis is the bug of exhibit {}.",
                           hidden)},
              {"either: training makes up for it", false,
               fmt::format("Training hardly notices, and so it hid exhibit {}. But the two are not "
                           "the same.",
                           hidden)}},
          ""};
}

Question small_number_added_to_logits() {
  const char* const logits = "0 200";
  constexpr double small = 1e-4;
  const auto loss = computed(logits, "binary32", [](const auto& z, auto lift) {
    const auto raised = mapped(z, [&](const auto& x) { return x + lift(small); });
    const auto shares = shares_shifted_by(largest(raised), raised);
    return row({lift(0) - log(shares[0])});
  });
  const double right = -by_engine(logits, "binary32", Algorithm::log_softmax)[0];
  return {
      "museum/small_number_added_to_logits",
      fmt::format(
          "*MarvinTeichmann/tensorflow-fcn#18*: a loss was infinite, the logarithm of "
          "zero. So {} is added to every logit. The logits are {}, in single precision, "
          "and the class is the first. The loss is minus the logarithm of its share. What is "
          "it?",
          computed_text(small), input_text(logits)),
      std::vector<Option>{
          {fmt::format("{}: the share is at least what was added",
                       rounded(-log_rounded(small, parse_format("binary32")), 3)),
           false, "So it would be, had it been added to the share. It was added to the logits."},
          {fmt::format("{}: as it should be", number_text(right, 1)), false,
           "It should, and a log-softmax gives it. Here a share is made first, and it is zero."},
          {fmt::format("{}: as before", number_text(loss[0], 1)), true,
           "What is added to every logit cancels. The share is zero as before."}},
      ""};
}

Question a_check_that_passes_nan() {
  const double worst = std::fmax(0.0, std::numeric_limits<double>::quiet_NaN());
  return {"museum/a_check_that_passes_nan",
          fmt::format("*PaddleJitLab/CUDATutorial#69*: a check has `worst = fmaxf(worst, error)`. "
                      "It finds {}, and a line of the kernel is called right. But results were "
                      "NaN. What happened?",
                      computed_text(worst)),
          std::vector<Option>{
              {"NaN less a number is zero", false, "NaN less anything is NaN: so was each error."},
              {"`fmaxf` of a NaN and a number is the number", true,
               "It is defined so, as if NaN were no data. A NaN must not vanish in a maximum: ask "
               "for `!(error <= tolerance)`."},
              {"the expected results were NaN too", false,
               "It would have changed nothing: NaN less NaN is NaN, and so is the error."}},
          ""};
}

Question one_unit_called_unstable() {
  const char* const logits = "1 0.1 -1.9";
  const Format format = parse_format("binary32");
  const double one =
      computed(logits, "binary32", [](const auto& z, auto lift) { return log_shares(z, lift); })[2];
  const double other = computed(logits, "binary32", [](const auto& z, auto lift) {
    return minus(z, log_sum_exp(z, lift));
  })[2];
  const double spacing = ulp(Certified(one), format).approximate();
  const double difference = std::abs(one - other);
  constexpr double last_decimal = 1e-7;  // of the digits that are printed
  const double printed = std::round(
      std::abs(std::stod(digits(one, format)) - std::stod(digits(other, format))) / last_decimal);
  return {"museum/one_unit_called_unstable",
          fmt::format("*pytorch/pytorch#1546*: two orders of subtraction give log shares that "
                      "differ, and the report says: unstable. Of {} the last log share is {} in "
                      "one order and {} in the other. By how many units in the last place of "
                      "single precision do they differ? (A whole number: they are printed in "
                      "decimal, and held in binary.)",
                      input_text(logits), digits(one, format), digits(other, format)),
          Number{rounded(difference / spacing, 3),
                 0,
                 {{rounded(printed, 1),
                   fmt::format("That counts units in the last decimal place. Neighbours in single "
                               "precision are {} apart there.",
                               rounded(spacing, 3))},
                  {"0", "They do differ, by one unit in the last place."}}},
          "They are neighbours: nothing lies between them. Both are as good as one rounding more "
          "or less allows."};
}

}  // namespace

std::vector<Question> museum_quiz() {
  return {log_shares_over_t(),
          idle_lanes_in_the_maximum(),
          exp_far_below(),
          too_big_for_single(),
          which_axis(),
          small_number_added_to_logits(),
          a_check_that_passes_nan(),
          one_unit_called_unstable()};
}

}  // namespace softmax::lessons
