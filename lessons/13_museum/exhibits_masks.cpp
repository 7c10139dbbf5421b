// The room of masks.
#include <fmt/format.h>

#include "lessons/13_museum/exhibit.hpp"
#include "lessons/13_museum/wrong_steps.hpp"

namespace softmax::lessons {
namespace {

/// The logits that are seen, and so many masks behind them.
std::string masked(const std::string& seen, std::size_t count) {
  std::string logits = seen;
  for (std::size_t i = 0; i < count; ++i) { logits += " -inf"; }
  return logits;
}

Exhibit mask_by_multiplying() {
  const std::string seen = "0.43 -0.21 0.99";
  const auto wrong = computed(seen + " 0.32 -0.35 0.04", "binary32", [](auto z, auto lift) {
    for (std::size_t i = 3; i < z.size(); ++i) { z[i] = z[i] * lift(0); }
    return shares_shifted_by(largest(z), z);
  });
  return {.number = 20,
          .id = "mask_by_multiplying",
          .thread = "georg-wolflein/good-features#1",
          .date = "2023-11-24",
          .topic = Topic::masks,
          .done = fmt::format("Logits are multiplied by a mask of ones and zeros. But e to zero is "
                              "one: each of the three masked ones gets {}.",
                              number_text(wrong[3], 3)),
          .input = input_text(seen, "+ three"),
          .wrong = row_text(wrong, 3, 2),
          .right = row_text(by_engine(masked(seen, 3), "binary32"), 3, 2),
          .lesson = "attention"};
}

Exhibit mask_after_exp() {
  const auto wrong = computed("0 1000", "binary32", [](const auto& z, auto lift) {
    auto numerators = exponentials(minus(z, z[0]));
    numerators[1] = numerators[1] * lift(0);
    return over(numerators, total(numerators));
  });
  return {.number = 21,
          .id = "mask_after_exp",
          .thread = "deepmodeling/deepmd-kit#5715",
          .date = "2026-07-02",
          .topic = Topic::masks,
          .done =
              "The maximum is that of the allowed logits, as it should be. But then all "
              "exponentials are made, and masked ones multiplied by zero.",
          .input = input_text("0 1000", "last masked"),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(masked("0", 1), "binary32"), 4),
          .lesson = "attention"};
}

Exhibit sentinel_above_the_data() {
  constexpr double sentinel = -5e4;
  const char* const logits = "-60000 -60001";
  const auto wrong = computed(logits, "binary32", [](const auto& z, auto lift) {
    auto max_logit = lift(sentinel);
    for (const auto& x : z) { max_logit = x > max_logit ? x : max_logit; }
    const auto numerators = exponentials(minus(z, max_logit));
    const auto normalizer = total(numerators);
    return normalizer > lift(0) ? over(numerators, normalizer) : numerators;
  });
  return {.number = 23,
          .id = "sentinel_above_the_data",
          .thread = "flashinfer-ai/flashinfer#4401",
          .date = "2026-08-07",
          .topic = Topic::masks,
          .done = fmt::format("Minus infinity is written {}. A maximum that starts there stays "
                              "there, and a row whose sum is zero is given out as zeros.",
                              computed_text(sentinel)),
          .input = input_text(logits),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(logits, "binary32"), 4),
          .lesson = "online"};
}

Exhibit masked_key_wins() {
  constexpr double mask = -10000;
  const std::string seen = "-20000";
  const auto weights = computed(seen, "binary32", [](auto z, auto lift) {
    z.push_back(lift(mask));
    return shares_shifted_by(largest(z), z);
  });
  return {.number = 24,
          .id = "masked_key_wins",
          .thread = "ohdearquant/lattice#373",
          .date = "2026-06-26",
          .topic = Topic::masks,
          .done = fmt::format("Masked scores are replaced by {}. A valid score lies below it.",
                              computed_text(mask)),
          .input = input_text(seen, "and one masked"),
          .wrong = row_text(weights, 4),
          .right = row_text(by_engine(masked(seen, 1), "binary32"), 4),
          .lesson = "attention"};
}

Exhibit clamped_exp_leaves_subnormals() {
  constexpr double lowest = -87.336;
  const auto wrong = computed(masked("0 0", 1), "binary32", [](const auto& z, auto lift) {
    const auto bound = lift(lowest);
    const auto clamped = mapped(z, [&](const auto& x) { return x > bound ? x : bound; });
    return shares_shifted_by(lift(0), clamped);
  });
  return {.number = 45,
          .id = "clamped_exp_leaves_subnormals",
          .thread = "huggingface/funes#160",
          .date = "2026-09-16",
          .topic = Topic::masks,
          .done = fmt::format("Exponents are kept above {}, against subnormal numbers. So a masked "
                              "key has a weight, and divided by the sum it is a subnormal one.",
                              computed_text(lowest)),
          .input = input_text("0 0", "and one masked"),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(masked("0 0", 1), "binary32"), 4),
          .lesson = "attention"};
}

}  // namespace

std::vector<Exhibit> exhibits_about_masks() {
  return {mask_by_multiplying(), mask_after_exp(), sentinel_above_the_data(), masked_key_wins(),
          clamped_exp_leaves_subnormals()};
}

}  // namespace softmax::lessons
