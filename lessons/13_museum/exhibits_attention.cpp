// The room of attention and of the online softmax.
#include <fmt/format.h>

#include <limits>

#include "engine/attention.hpp"
#include "engine/blocks.hpp"
#include "engine/compute.hpp"
#include "lessons/13_museum/exhibit.hpp"
#include "lessons/13_museum/wrong_steps.hpp"

namespace softmax::lessons {
namespace {

/// One query of equal numbers and one key like it: their score, and what the key then weighs.
std::string score_and_weight(std::size_t d, double each, ScaleOrder order) {
  const Matrix row{1, d, std::vector<double>(d, each)};
  const AttentionSettings settings{.arithmetic = {parse_format("binary16")}, .scale_order = order};
  const Attended head = attend(row, row, row, settings);
  return fmt::format("{}, weight {}", number_text(head.scores(0, 0), 0),
                     number_text(head.weights(0, 0), 0));
}

Exhibit scale_after_the_product() {
  constexpr std::size_t d = 64;
  constexpr double each = 32;
  return {.number = 40,
          .id = "scale_after_the_product",
          .thread = "ultralytics/ultralytics#24990",
          .date = "2026-06-29",
          .topic = Topic::attention,
          .done = fmt::format("Query and key are {0} numbers, each {1}. The product is made first, "
                              "then divided by the root of {0}.",
                              d, each),
          .input = "one score, binary16",
          .wrong = score_and_weight(d, each, ScaleOrder::product_first),
          .right = score_and_weight(d, each, ScaleOrder::query_first),
          .lesson = "attention"};
}

Exhibit wrong_scale_dimension() {
  const char* const products = "8 0";
  constexpr std::size_t head = 64;
  constexpr std::size_t model = 512;
  const Format format = parse_format("binary32");
  const auto wrong = computed(products, "binary32", [&](const auto& z, auto lift) {
    const auto scale = lift(attention_scale(model, format));
    const auto scores = mapped(z, [&](const auto& x) { return x * scale; });
    return shares_shifted_by(largest(scores), scores);
  });
  const std::string divisor = computed_text(1 / attention_scale(head, format));
  return {.number = 41,
          .id = "wrong_scale_dimension",
          .thread = "lucidrains/vit-pytorch#65",
          .date = "2021-01-21",
          .topic = Topic::attention,
          .done = fmt::format("Products of query and key are divided by the root of the model's "
                              "width, {}, instead of the head's, {}.",
                              model, head),
          .input = input_text(products),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(products, "binary32", Algorithm::shifted, divisor), 4),
          .lesson = "attention"};
}

Exhibit causal_mask_upper_left() {
  const char* const scores = "1 2 3";
  const auto wrong = computed(scores, "binary32", [](auto z, auto lift) {
    const std::size_t query = 0;
    for (std::size_t key = query + 1; key < z.size(); ++key) {
      z[key] = lift(-std::numeric_limits<double>::infinity());
    }
    return shares_shifted_by(largest(z), z);
  });
  return {.number = 42,
          .id = "causal_mask_upper_left",
          .thread = "pytorch/pytorch#103082",
          .date = "2023-06-06",
          .topic = Topic::attention,
          .done =
              "One new query, and all keys cached. The causal triangle starts at the first key: "
              "the newest token sees only the oldest.",
          .input = input_text(scores),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_engine(scores, "binary32"), 4),
          .lesson = "attention"};
}

/// The running maximum of two blocks of two, where that of an all-masked one is guarded by 0 and
/// kept so.
template <class Number>
Row<Number> with_the_guard_kept(const Row<Number>& z, auto lift) {
  Number max_logit = z[0] > z[1] ? z[0] : z[1];
  if (is_masked(max_logit)) { max_logit = lift(0); }
  for (const Number& x : {z[2], z[3]}) { max_logit = x > max_logit ? x : max_logit; }
  const Row<Number> numerators = exponentials(minus(z, max_logit));
  const Number normalizer = total(numerators);
  return normalizer > lift(0) ? over(numerators, normalizer) : numerators;
}

Exhibit guard_value_kept_as_max() {
  const char* const logits = "-inf -inf -200 -201";
  const Arithmetic in{parse_format("binary32")};
  const auto wrong = computed(
      logits, "binary32", [](const auto& z, auto lift) { return with_the_guard_kept(z, lift); });
  const auto held = hold_logits(page::given(logits), in.format);
  return {.number = 43,
          .id = "guard_value_kept_as_max",
          .thread = "Dao-AILab/flash-attention#2082",
          .date = "2025-12-17",
          .topic = Topic::attention,
          .done =
              "Two blocks, the first masked. Its maximum, minus infinity, is replaced by zero "
              "against NaN, and the zero is kept as the running maximum.",
          .input = input_text(logits),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_blocks(held, 2, in).probabilities, 4),
          .lesson = "online"};
}

Exhibit partial_sums_with_different_max() {
  const char* const logits = "0 3";
  const Arithmetic in{parse_format("binary32")};
  const auto wrong = computed(logits, "binary32", [](const auto& z, auto /*lift*/) {
    const auto first = total(exponentials(minus(row({z[0]}), z[0])));
    const auto second = total(exponentials(minus(row({z[1]}), z[1])));
    return over(exponentials(minus(z, largest(z))), first + second);
  });
  const auto held = hold_logits(page::given(logits), in.format);
  return {.number = 44,
          .id = "partial_sums_with_different_max",
          .thread = "KarhouTam/cuda-kernels#3",
          .date = "2024-11-19",
          .topic = Topic::attention,
          .done =
              "Each place of a vector (lane) has a sum for its own maximum, and the sums are added "
              "as they are.",
          .input = input_text(logits, "in two lanes"),
          .wrong = row_text(wrong, 4),
          .right = row_text(by_blocks(held, 1, in).probabilities, 4),
          .lesson = "online"};
}

}  // namespace

std::vector<Exhibit> exhibits_about_attention() {
  return {scale_after_the_product(), wrong_scale_dimension(), causal_mask_upper_left(),
          guard_value_kept_as_max(), partial_sums_with_different_max()};
}

}  // namespace softmax::lessons
