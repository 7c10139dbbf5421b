// The room of greedy choice and temperature.
#include <fmt/format.h>

#include "engine/compute.hpp"
#include "engine/decode.hpp"
#include "lessons/13_museum/exhibit.hpp"
#include "lessons/13_museum/wrong_steps.hpp"

namespace softmax::lessons {
namespace {

std::string token(std::size_t index) { return fmt::format("token {}", index); }

std::string greedy_token(std::string_view logits, std::string_view format) {
  return token(greedy(hold_logits(page::given(logits), parse_format(format))));
}

std::string refusal(std::string_view logits, std::string_view format) {
  try {
    return greedy_token(logits, format);
  } catch (const std::invalid_argument&) { return "refused"; }
}

Exhibit nan_pins_argmax_to_zero() {
  const char* const logits = "nan 1 3";
  const auto index = computed(logits, "binary32", [](const auto& x, auto lift) {
    std::size_t best = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (x[i] > x[best]) { best = i; }
    }
    return row({lift(static_cast<double>(best))});
  });
  return {.number = 1,
          .id = "nan_pins_argmax_to_zero",
          .thread = "JustVugg/colibri#369",
          .date = "2026-07-17",
          .topic = Topic::temperature,
          .done =
              "The largest is looked for from the first logit on, where `x[i] > x[best]`. After a "
              "NaN that is never so. The engine accepts no NaN.",
          .input = input_text(logits),
          .wrong = token(static_cast<std::size_t>(index[0])),
          .right = refusal(logits, "binary32"),
          .lesson = "logits"};
}

Exhibit tiny_temperature_is_greedy() {
  const char* const logits = "1 1 0";
  const char* const tiny = "1e-6";
  const auto shares = by_engine(logits, "binary32", Algorithm::shifted, tiny);
  return {.number = 2,
          .id = "tiny_temperature_is_greedy",
          .thread = "FlashML-org/FreeToken#471",
          .date = "2026-09-14",
          .topic = Topic::temperature,
          .done = fmt::format("Greedy choice is made by a draw at T = {}. Equal logits stay equal "
                              "at every T, so a coin decides.",
                              tiny),
          .input = input_text(logits),
          .wrong = row_text(shares, 4),
          .right = greedy_token(logits, "binary32"),
          .lesson = "decoding"};
}

Exhibit temperature_squared() {
  const char* const logits = "2 1 0.1";
  const char* const temperature = "2";
  const auto wrong = computed(logits, "binary32", [&](const auto& z, auto lift) {
    const auto divisor = lift(std::stod(temperature));
    const auto once = over(z, divisor);
    const auto twice = over(once, divisor);
    return shares_shifted_by(largest(twice), twice);
  });
  return {.number = 10,
          .id = "temperature_squared",
          .thread = "RL-Align/RL-Kernel#81",
          .date = "2026-06-07",
          .topic = Topic::temperature,
          .done = fmt::format("Two layers divide by T. All tests ran at a T of one, where it "
                              "cannot be seen; here T is {}.",
                              temperature),
          .input = input_text(logits),
          .wrong = row_text(wrong, 3),
          .right = row_text(by_engine(logits, "binary32", Algorithm::shifted, temperature), 3),
          .lesson = "temperature"};
}

Exhibit divide_by_zero_temperature() {
  const char* const logits = "1 2 3";
  const auto scale = [](const auto& z, auto lift) {
    const auto factor = lift(1) / lift(0);
    return mapped(z, [&](const auto& x) { return x * factor; });
  };
  const auto wrong = computed(logits, "binary32", [&](const auto& z, auto lift) {
    const auto scaled = scale(z, lift);
    return shares_shifted_by(largest(scaled), scaled);
  });
  return {.number = 12,
          .id = "divide_by_zero_temperature",
          .thread = "ggml-org/ggml#37",
          .date = "2023-03-12",
          .topic = Topic::temperature,
          .done = fmt::format("A T of zero is taken literally: the logits times 1/T are {}, and "
                              "infinity is subtracted from infinity.",
                              row_text(computed(logits, "binary32", scale), 4)),
          .input = input_text(logits),
          .wrong = row_text(wrong, 4),
          .right = greedy_token(logits, "binary32"),
          .lesson = "temperature"};
}

Exhibit scaled_logits_overflow() {
  const char* const logits = "2.875 2.955 11.0625";
  const char* const temperature = "1e-4";
  const auto scale = [&](const auto& z, auto lift) {
    return over(z, lift(page::given(temperature)[0].held_in(parse_format("binary16"))));
  };
  const auto wrong = computed(logits, "binary16", [&](const auto& z, auto lift) {
    const auto scaled = scale(z, lift);
    return shares_shifted_by(largest(scaled), scaled);
  });
  return {.number = 13,
          .id = "scaled_logits_overflow",
          .thread = "vllm-project/vllm#890",
          .date = "2023-08-28",
          .topic = Topic::temperature,
          .done = fmt::format(
              "In binary16, at T = {}, the logits are divided before the shift: they become {}.",
              temperature, row_text(computed(logits, "binary16", scale), 0)),
          .input = input_text(logits),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(logits, "binary16", Algorithm::shifted, temperature), 4),
          .lesson = "temperature"};
}

}  // namespace

std::vector<Exhibit> exhibits_about_temperature() {
  return {nan_pins_argmax_to_zero(), tiny_temperature_is_greedy(), temperature_squared(),
          divide_by_zero_temperature(), scaled_logits_overflow()};
}

}  // namespace softmax::lessons
