// The room of overflow and the maximum.
#include <fmt/format.h>

#include "lessons/13_museum/exhibit.hpp"
#include "lessons/13_museum/wrong_steps.hpp"

namespace softmax::lessons {
namespace {

Exhibit unshifted_exp() {
  const char* const logits = "800 1 1";
  return {.number = 14,
          .id = "unshifted_exp",
          .thread = "dwavesystems/dwave-optimization#555",
          .date = "2026-05-28",
          .topic = Topic::entrance,
          .done = "No maximum is subtracted.",
          .input = input_text(logits, "binary64"),
          .wrong = row_text(by_engine(logits, "binary64", Algorithm::unshifted), 4),
          .right = row_text(by_engine(logits, "binary64"), 4),
          .lesson = "overflow"};
}

Exhibit max_starts_at_zero() {
  const char* const logits = "-200 -201";
  const auto wrong = computed(logits, "binary32", [](const auto& z, auto lift) {
    auto max_logit = lift(0);
    for (const auto& x : z) { max_logit = x > max_logit ? x : max_logit; }
    return shares_shifted_by(max_logit, z);
  });
  return {.number = 15,
          .id = "max_starts_at_zero",
          .thread = "uTensor/uTensor#176",
          .date = "2019-09-02",
          .topic = Topic::overflow,
          .done =
              "To repair an overflow, a maximum that starts at zero: only values above it were "
              "thought dangerous.",
          .input = input_text(logits),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(logits, "binary32"), 4),
          .lesson = "max_subtract"};
}

Exhibit shift_by_first_element() {
  const char* const logits = "0 100";
  const auto wrong = computed(
      logits, "binary32", [](const auto& z, auto /*lift*/) { return shares_shifted_by(z[0], z); });
  return {.number = 16,
          .id = "shift_by_first_element",
          .thread = "ROCm/AMDMIGraphX#1290",
          .date = "2022-08-18",
          .topic = Topic::overflow,
          .done = "To save a pass, the first logit is subtracted instead of the largest.",
          .input = input_text(logits),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(logits, "binary32"), 4),
          .lesson = "max_subtract"};
}

Exhibit flt_min_is_lowest() {
  const char* const logits = "-103 -103.5";
  const auto wrong = computed(logits, "binary32", [](const auto& z, auto lift) {
    auto max_logit = lift(smallest_normal(parse_format("binary32")));
    for (const auto& x : z) { max_logit = x > max_logit ? x : max_logit; }
    return shares_shifted_by(max_logit, z);
  });
  return {.number = 17,
          .id = "flt_min_is_lowest",
          .thread = "mit-han-lab/tinyengine#107",
          .date = "2024-07-01",
          .topic = Topic::overflow,
          .done =
              "The maximum starts at `FLT_MIN`, which is not the lowest number but the smallest "
              "normal positive one.",
          .input = input_text(logits),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(logits, "binary32"), 4),
          .lesson = "max_subtract"};
}

Exhibit global_max_for_all_rows() {
  const char* const first_row = "0 0";
  const char* const second_row = "1000 1000";
  const auto wrong = computed(first_row, "binary64", [&](const auto& z, auto lift) {
    const auto of_the_batch = lift(page::given(second_row)[0].held_in(parse_format("binary64")));
    return shares_shifted_by(of_the_batch, z);
  });
  return {.number = 18,
          .id = "global_max_for_all_rows",
          .thread = "keras-team/keras#9606",
          .date = "2018-03-09",
          .topic = Topic::overflow,
          .done = fmt::format(
              "One maximum for a whole batch. The second row is {}; below is the first.",
              input_text(second_row)),
          .input = input_text(first_row, "binary64"),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(first_row, "binary64"), 4),
          .lesson = "max_subtract"};
}

/// The shares, shifted by a maximum in which the first logit has no part.
std::vector<double> without_the_first(std::string_view logits) {
  return computed(logits, "binary32", [](const auto& z, auto /*lift*/) {
    return shares_shifted_by(largest(std::decay_t<decltype(z)>(z.begin() + 1, z.end())), z);
  });
}

Exhibit wrong_max_goes_unnoticed() {
  const char* const tested = "5 0 1";
  const char* const logits = "100 0 1";
  const Format format = parse_format("binary32");
  return {
      .number = 19,
      .id = "wrong_max_goes_unnoticed",
      .thread = "Infatoshi/cuda-course#10",
      .date = "2025-02-14",
      .topic = Topic::overflow,
      .done = fmt::format("A maximum that misses the first logit. With {} it gave {} beside {} "
                          "(and was nearer to the reference), so the tests passed.",
                          input_text(tested), page::digits(without_the_first(tested)[0], format),
                          page::digits(by_engine(tested, "binary32")[0], format)),
      .input = input_text(logits),
      .wrong = row_text(without_the_first(logits), 4),
      .right = row_text(by_engine(logits, "binary32"), 4),
      .lesson = "max_subtract"};
}

}  // namespace

std::vector<Exhibit> exhibits_about_overflow() {
  return {unshifted_exp(),     max_starts_at_zero(),      shift_by_first_element(),
          flt_min_is_lowest(), global_max_for_all_rows(), wrong_max_goes_unnoticed()};
}

}  // namespace softmax::lessons
