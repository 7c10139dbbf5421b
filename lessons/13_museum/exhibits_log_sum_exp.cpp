// The room of logarithms.
#include <fmt/format.h>

#include "lessons/13_museum/exhibit.hpp"
#include "lessons/13_museum/wrong_steps.hpp"

namespace softmax::lessons {
namespace {

Exhibit shift_by_infinity() {
  const char* const logits = "-inf -inf";
  const auto wrong = computed(logits, "binary32",
                              [](const auto& z, auto lift) { return row({log_sum_exp(z, lift)}); });
  // Streamed, masked logits are passed over: the maximum stays -inf, and the sum of none is 0.
  const auto right = computed(logits, "binary32", [](const auto& z, auto lift) {
    const auto state = stream(std::span(z), lift(1));
    return row({state.max_logit + log(lift(0) + state.normalizer)});
  });
  return {.number = 25,
          .id = "shift_by_infinity",
          .thread = "JuliaStats/StatsFuns.jl#22",
          .date = "2016-12-01",
          .topic = Topic::log_sum_exp,
          .done =
              "The log-sum-exp of masks alone: the maximum is minus infinity, and is subtracted "
              "from itself.",
          .input = input_text(logits),
          .wrong = number_text(wrong[0], 4),
          .right = number_text(right[0], 4),
          .lesson = "attention"};
}

Exhibit add_then_subtract_the_max() {
  const char* const logits = "1e8 1e8";
  const auto log_shares = [](const auto& z, auto lift) { return minus(z, log_sum_exp(z, lift)); };
  const char* const smaller = "1e4 1e4";
  return {.number = 26,
          .id = "add_then_subtract_the_max",
          .thread = "ml-explore/mlx#4169",
          .date = "2026-08-10",
          .topic = Topic::log_sum_exp,
          .done = fmt::format("m + log s is computed first, and rounded as a number of the size of "
                              "m. With {} that gave {}.",
                              input_text(smaller),
                              number_text(computed(smaller, "binary32", log_shares)[0], 7)),
          .input = input_text(logits),
          .wrong = row_text(computed(logits, "binary32", log_shares), 7),
          .right = row_text(by_engine(logits, "binary32", Algorithm::log_softmax), 7),
          .lesson = "max_subtract"};
}

Exhibit log_of_softmax() {
  const char* const logits = "0 -150 0 0 0";
  const auto wrong = computed(logits, "binary32", [](const auto& z, auto lift) {
    const auto shares = shares_shifted_by(largest(z), z);
    return row({lift(0) - log(shares[1])});
  });
  return {.number = 27,
          .id = "log_of_softmax",
          .thread = "baidu-research/warp-ctc#23",
          .date = "2016-01-29",
          .topic = Topic::log_sum_exp,
          .done =
              "The loss of the second class: minus the logarithm of its share, which is too small "
              "for the format.",
          .input = input_text(logits),
          .wrong = number_text(wrong[0], 5),
          .right = number_text(-by_engine(logits, "binary32", Algorithm::log_softmax)[1], 5),
          .lesson = "max_subtract"};
}

Exhibit zero_times_log_zero() {
  const char* const logits = "-inf 0";
  const auto log_shares = by_engine(logits, "binary32", Algorithm::log_softmax);
  const auto wrong = computed(logits, "binary32", [](const auto& z, auto lift) {
    const auto labels = row({lift(0), lift(1)});
    const auto all = minus(z, log_sum_exp(z, lift));
    return row({lift(0) - (labels[0] * all[0] + labels[1] * all[1])});
  });
  return {.number = 28,
          .id = "zero_times_log_zero",
          .thread = "google-deepmind/optax#896",
          .date = "2024-04-01",
          .topic = Topic::log_sum_exp,
          .done =
              "The loss is minus the sum of label times log share. For the first class that is "
              "zero times minus infinity.",
          .input = input_text(logits),
          .wrong = number_text(wrong[0], 4),
          .right = number_text(-log_shares[1], 4),
          .lesson = "max_subtract"};
}

}  // namespace

std::vector<Exhibit> exhibits_about_log_sum_exp() {
  return {shift_by_infinity(), add_then_subtract_the_max(), log_of_softmax(),
          zero_times_log_zero()};
}

}  // namespace softmax::lessons
