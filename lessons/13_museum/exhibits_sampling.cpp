// The room of top-k, top-p and the draw.
#include <fmt/format.h>

#include <algorithm>

#include "engine/compute.hpp"
#include "engine/decode.hpp"
#include "lessons/13_museum/exhibit.hpp"
#include "lessons/13_museum/wrong_steps.hpp"

namespace softmax::lessons {
namespace {

const Format& single() {
  static const Format binary32 = parse_format("binary32");
  return binary32;
}

std::vector<double> held(std::string_view numbers) {
  return hold_logits(page::given(numbers), single());
}

double held_number(std::string_view number) { return page::given(number)[0].held_in(single()); }

Exhibit zero_means_forbidden() {
  constexpr double small = 1e-10;
  const char* const logits = "-1 -2 -3";
  const auto wrong = computed(logits, "binary32", [](const auto& z, auto lift) {
    const auto kth = largest(z);
    const auto filtered = mapped(z, [&](const auto& x) { return x < kth ? lift(small) : x; });
    return shares_shifted_by(largest(filtered), filtered);
  });
  const std::vector<double> all = held(logits);
  const auto kept = kept_only(all, top_k(all, 1));
  return {
      .number = 32,
      .id = "zero_means_forbidden",
      .thread = "karpathy/minGPT#10",
      .date = "2020-08-18",
      .topic = Topic::sampling,
      .done = fmt::format(
          "Top-k, k of one: every smaller logit is set to {}, which is above all negative ones.",
          computed_text(small)),
      .input = input_text(logits),
      .wrong = row_text(wrong, 4),
      .right = row_text(page::probabilities(kept, page::in("binary32")), 4),
      .lesson = "decoding"};
}

Exhibit crossing_token_dropped() {
  const char* const shares = "0.4 0.3 0.2 0.1";
  const char* const p = "0.8";
  const auto sums =
      computed(shares, "binary32", [](const auto& x, auto) { return running_sums(x); });
  std::vector<std::size_t> wrong;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] <= held_number(p)) { wrong.push_back(i); }
  }
  return {.number = 33,
          .id = "crossing_token_dropped",
          .thread = "Biohub/esm#360",
          .date = "2026-07-12",
          .topic = Topic::sampling,
          .done = fmt::format("Top-p, p = {}: kept are the tokens whose running sum is at most p. "
                              "The one that crosses p is thrown away.",
                              p),
          .input = input_text(shares, "shares"),
          .wrong = set_text(wrong),
          .right = set_text(top_p(held(shares), held_number(p), single()).kept),
          .lesson = "decoding"};
}

Exhibit one_minus_p_rounds_to_one() {
  const char* const logits = "0 2 0";
  const char* const p = "1e-8";
  std::vector<double> shares = by_engine(logits, "binary32");
  const auto right = top_p(shares, held_number(p), single()).kept;
  std::sort(shares.begin(), shares.end());
  const auto sums = computed("", "binary32", [&](auto x, auto lift) {
    for (const double share : shares) { x.push_back(lift(share)); }
    return running_sums(x);
  });
  const double bound = round_to_format(1 - held_number(p), single());
  std::vector<std::size_t> wrong;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] > bound) { wrong.push_back(i); }
  }
  return {.number = 35,
          .id = "one_minus_p_rounds_to_one",
          .thread = "ml-explore/mlx-lm#1912",
          .date = "2026-09-22",
          .topic = Topic::sampling,
          .done = fmt::format("Top-p, p = {}, from the smallest share on: kept are those whose sum "
                              "is above 1 - p. That is {}, and the last sum is {}.",
                              p, computed_text(bound), page::digits(sums.back(), single())),
          .input = input_text(logits),
          .wrong = set_text(wrong),
          .right = set_text(right),
          .lesson = "decoding"};
}

Exhibit wrong_side_of_the_step() {
  const char* const shares = "0 1";
  constexpr double u = 0;
  const auto sums =
      computed(shares, "binary32", [](const auto& x, auto) { return running_sums(x); });
  std::size_t wrong = 0;
  while (u > sums[wrong]) { ++wrong; }
  return {.number = 37,
          .id = "wrong_side_of_the_step",
          .thread = "mathnet/mathnet-numerics#254",
          .date = "2014-09-24",
          .topic = Topic::sampling,
          .done = fmt::format("A draw walks on while u is above the running sum. At u = {} it "
                              "takes a token of no probability.",
                              computed_text(u)),
          .input = input_text(shares, "shares"),
          .wrong = fmt::format("token {}", wrong),
          .right = fmt::format("token {}", sample(held(shares), u, single()).index),
          .lesson = "decoding"};
}

Exhibit cdf_ends_below_one() {
  const char* const logits = "0 2 1";
  const double u = 1 - unit_roundoff(single());
  const std::vector<double> shares = by_engine(logits, "binary32");
  const Sampled right = sample(shares, u, single());
  std::size_t wrong = 0;
  while (wrong < right.sums.size() && !(u < right.sums[wrong])) { ++wrong; }
  return {.number = 38,
          .id = "cdf_ends_below_one",
          .thread = "awslabs/sockeye#866",
          .date = "2020-09-02",
          .topic = Topic::sampling,
          .done = fmt::format("A draw takes the first token whose running sum is above u. The last "
                              "of three sums is {}, and u is {}.",
                              page::digits(right.sums.back(), single()), page::digits(u, single())),
          .input = input_text(logits),
          .wrong = fmt::format("token {}", wrong),
          .right = fmt::format("token {}", right.index),
          .lesson = "decoding"};
}

}  // namespace

std::vector<Exhibit> exhibits_about_sampling() {
  return {zero_means_forbidden(), crossing_token_dropped(), one_minus_p_rounds_to_one(),
          wrong_side_of_the_step(), cdf_ends_below_one()};
}

}  // namespace softmax::lessons
