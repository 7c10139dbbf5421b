// The room of exponentials and their sum.
#include <fmt/format.h>

#include <cmath>

#include "engine/compute.hpp"
#include "lessons/13_museum/exhibit.hpp"
#include "lessons/13_museum/wrong_steps.hpp"

namespace softmax::lessons {
namespace {

constexpr const char* worked_example = "2 1 0.1";

/// What the report printed, to its last digit: e^x as the nearest power of two, and a sum over
/// whole vectors of eight lanes, those beyond the row filled with zeros.
template <class Number>
Row<Number> shares_by_powers_of_two(Row<Number> z, std::size_t lanes, auto lift) {
  const std::size_t n = z.size();
  const Number shift = largest(z);
  z.resize(lanes, lift(0));
  const Number log2_e = lift(1) / log(lift(2));
  const Row<Number> powers = mapped(minus(z, shift), [&](const Number& x) {
    return lift(std::ldexp(1.0, static_cast<int>(std::lround((x * log2_e).held()))));
  });
  Row<Number> shares = over(powers, total(powers));
  shares.resize(n);
  return shares;
}

Exhibit exp_without_fraction() {
  const char* const logits = "9.34623 8.43469 7.19462 6.59385 5.89481 5.67304";
  const auto wrong = computed(logits, "binary32", [](const auto& z, auto lift) {
    return shares_by_powers_of_two(z, 8, lift);
  });
  return {.number = 3,
          .id = "exp_without_fraction",
          .thread = "Maratyszcza/NNPACK#174",
          .date = "2019-11-20",
          .topic = Topic::normalize,
          .done = fmt::format(
              "A power of two stands for e^x, its exponent the whole number nearest to x log2(e), "
              "and unused places of the vector (lanes) are added too: the sum of the shares is {} "
              "(deduced from the digits).",
              page::decimals(page::summed(wrong, page::in("binary32")), 5)),
          .input = row_text(hold_logits(page::given(logits), parse_format("binary32")), 2, 2),
          .wrong = row_text(wrong, 6, 2),
          .right = row_text(by_engine(logits, "binary32"), 5, 2),
          .lesson = ""};
}

Exhibit sum_of_logits_denominator() {
  const auto wrong = computed(worked_example, "binary32", [](const auto& z, auto /*lift*/) {
    return over(exponentials(z), total(z));
  });
  return {.number = 5,
          .id = "sum_of_logits_denominator",
          .thread = "rwitten/HighPerfLLMs2024#3",
          .date = "2024-07-15",
          .topic = Topic::normalize,
          .done = "Each exponential is divided by the sum of the logits.",
          .input = input_text(worked_example),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(worked_example, "binary32"), 4),
          .lesson = "normalize"};
}

Exhibit axis_of_length_one() {
  const char* const scores = "0 1.794";
  const auto wrong = computed(scores, "binary32", [](const auto& z, auto /*lift*/) {
    return mapped(z, [](const auto& x) { return shares_shifted_by(x, row({x}))[0]; });
  });
  return {.number = 6,
          .id = "axis_of_length_one",
          .thread = "PetrochukM/PyTorch-NLP#2",
          .date = "2018-03-21",
          .topic = Topic::normalize,
          .done =
              "The scores of one query are a matrix of one row. The softmax runs down its columns, "
              "where each is alone.",
          .input = input_text(scores),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(scores, "binary32"), 4),
          .lesson = "attention"};
}

Exhibit column_softmax() {
  const std::string left = "1 3";
  const std::string right = "2 5";
  const auto scores = [&](std::size_t i) {
    return fmt::format("{} {}", left[2 * i], right[2 * i]);
  };
  const auto row_of = [&](std::size_t i) { return input_text(scores(i)); };
  const auto from_columns = [&](std::size_t i) {
    return row_text(
        std::vector<double>{by_engine(left, "binary32")[i], by_engine(right, "binary32")[i]}, 4);
  };
  const auto from_row = [&](std::size_t i) {
    return row_text(by_engine(scores(i), "binary32"), 4);
  };
  return {.number = 7,
          .id = "column_softmax",
          .thread = "labmlai/annotated_deep_learning_paper_implementations#146",
          .date = "2022-09-07",
          .topic = Topic::normalize,
          .done = fmt::format("The weights of queries with the scores {} and {} are made over the "
                              "queries, not over the keys. Below are those of the second.",
                              row_of(0), row_of(1)),
          .input = row_of(1),
          .wrong = from_columns(1),
          .right = from_row(1),
          .lesson = "attention"};
}

Exhibit softmax_twice() {
  const auto wrong = computed(worked_example, "binary32", [](const auto& z, auto /*lift*/) {
    const auto shares = shares_shifted_by(largest(z), z);
    return shares_shifted_by(largest(shares), shares);
  });
  const double best_loss = -by_engine("1 0 0", "binary32", Algorithm::log_softmax)[0];
  return {.number = 8,
          .id = "softmax_twice",
          .thread = "Lightning-Universe/lightning-bolts#654",
          .date = "2021-05-26",
          .topic = Topic::normalize,
          .done = fmt::format("Shares go into a loss that applies softmax again. A perfect model "
                              "of three classes keeps a loss of {}.",
                              page::decimals(best_loss, 3)),
          .input = input_text(worked_example),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(worked_example, "binary32"), 4),
          .lesson = "normalize"};
}

}  // namespace

std::vector<Exhibit> exhibits_about_normalizing() {
  return {exp_without_fraction(), sum_of_logits_denominator(), axis_of_length_one(),
          column_softmax(), softmax_twice()};
}

}  // namespace softmax::lessons
