// What must hold of exercise 15: in one pass, and in blocks.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/certified.hpp"
#include "engine/stages.hpp"
#include "grader/check.hpp"
#include "grader/inputs.hpp"

namespace softmax::grader {
namespace {

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float mask = -inf;
constexpr float huge = std::numeric_limits<float>::max();

/// A Running as it travels.
struct Part {
  float max;
  float normalizer;

  [[nodiscard]] Value value() const { return std::vector<float>{max, normalizer}; }
};

constexpr Part empty = {mask, 0};

/// A float is a real number, exactly.
Certified certified(float x) { return Certified(static_cast<double>(x)); }

/// The engine's merge, in certified numbers. (8 + min(d, 20)) u: the contract says why.
std::vector<Wanted> merged_parts(const Part& a, const Part& b) {
  const auto max = static_cast<double>(std::max(a.max, b.max));
  if (a.max == mask || b.max == mask) {
    // One of the two sums is 0.
    return {exactly(max), exactly(static_cast<double>(a.normalizer + b.normalizer))};
  }
  const auto stream_of = [](const Part& part) {
    return Stream<Certified>{certified(part.max), certified(part.normalizer)};
  };
  const Certified sum = merged(stream_of(a), stream_of(b), Certified(1.0)).normalizer;
  const double distance = std::abs(static_cast<double>(a.max) - static_cast<double>(b.max));
  return {exactly(max), near(sum, (8 + std::min(distance, 20.0)) * 0x1p-24)};
}

Case pushed(const Part& row, float logit) {
  const Part one = {logit, logit == mask ? 0.0F : 1.0F};
  return {"push", {row.value(), scalar(logit)}, {merged_parts(row, one)}};
}

Case refused_logit(const Part& row, float logit) {
  return {"push", {row.value(), scalar(logit)}, {}, true};
}

Case parts(const Part& a, const Part& b) {
  return {"merge", {a.value(), b.value()}, {merged_parts(a, b)}};
}

Part by_chance(Chance& chance) {
  return {chance.between(-20, 20), std::exp2(chance.between(0, 16))};
}

Check plain_push(Seed seed) {
  Chance chance(seed, "push");
  std::vector<Case> cases = {pushed({1, 1}, 3), pushed({3, 1.135335F}, 2), pushed({2, 1.5F}, 2.5F),
                             pushed({-1, 2}, 0.5F), pushed({4, 1.25F}, 1)};
  for (std::size_t i = 0; i < 24; ++i) {
    cases.push_back(pushed(by_chance(chance), chance.between(-20, 20)));
  }
  return {"plain_push", "push",
          "The sum is measured from the larger maximum, old and new exponentials alike.", cases};
}

Check first_logit() {
  return {"first_logit",
          "push",
          "The first logit is the maximum, whatever it is, and counts 1.",
          {pushed(empty, 1), pushed(empty, 0), pushed(empty, -5), pushed(empty, -200),
           pushed(empty, -60000), pushed(empty, 3e38F), pushed(empty, -huge), pushed(empty, huge)}};
}

Check masked_logit() {
  return {"masked_logit",
          "push",
          "A masked logit changes nothing, not even before the first that counts.",
          {pushed(empty, mask), pushed({-200, 1.5F}, mask), pushed({3, 1}, mask),
           pushed({-huge, 1.135335F}, mask), pushed({0, 0x1p24F}, mask)}};
}

Check equal_logit() {
  return {"equal_logit",
          "push",
          "A logit that equals the maximum counts 1 more.",
          {pushed({2, 1}, 2), pushed({-150, 3}, -150), pushed({0, 5}, 0), pushed({0, 2}, -0.0F),
           pushed({huge, 2}, huge)}};
}

Check far_logit() {
  return {"far_logit",
          "push",
          "Logits may be of any size, and any distance from each other.",
          {pushed({-200, 1.5F}, -201), pushed({-3e38F, 1.5F}, 3e38F), pushed({1000, 3}, 998),
           pushed({1000, 1}, 1001), pushed({0, 1e6F}, 12), pushed({100, 2}, -100),
           pushed({-60000, 1}, -60001), pushed({1, 2}, 150), pushed({5, 1.5F}, 94.5F),
           pushed({0, 0x1p24F}, 25), pushed({-300, 0x1p23F}, -278), pushed({0, 1}, -13),
           pushed({0, 1}, 13)}};
}

Check deep_row() {
  return {"deep_row",
          "push",
          "A row of finite logits is not empty, however far below 0 its maximum is.",
          {pushed({-2e38F, 1}, -2e38F), pushed({-huge, 1}, -huge), pushed({-huge, 3}, -huge),
           pushed({-1e9F, 2}, -1e9F), pushed({-1e30F, 2}, -1e30F)}};
}

Check no_logit() {
  return {
      "no_logit",
      "push",
      "NaN and +inf are refused.",
      {refused_logit({1, 1}, nan), refused_logit({1, 1}, inf), refused_logit(empty, nan),
       refused_logit(empty, inf), refused_logit({-huge, 2}, inf), refused_logit({huge, 2}, -nan)}};
}

Check plain_merge(Seed seed) {
  Chance chance(seed, "merge");
  std::vector<Case> cases = {parts({3, 1.135335F}, {2, 1}), parts({2, 1.3679F}, {5, 1.1353F}),
                             parts({0, 1}, {3, 1}), parts({2, 1.5F}, {2, 2.5F})};
  for (std::size_t i = 0; i < 24; ++i) {
    const Part a = by_chance(chance);
    cases.push_back(parts(a, by_chance(chance)));
  }
  return {"plain_merge", "merge",
          "Both sums are brought to the larger maximum before they are added.", cases};
}

Check one_empty() {
  return {"one_empty",
          "merge",
          "A part in which nothing was counted leaves the other as it is.",
          {parts(empty, {2, 1.5F}), parts({2, 1.5F}, empty), parts(empty, {-300, 7}),
           parts({-300, 1.25F}, empty), parts(empty, {-huge, 0x1p24F}),
           parts({-huge, 1.135335F}, empty), parts({huge, 3.1415927F}, empty),
           parts(empty, {-41.5F, 1234.567F})}};
}

Check two_empty() {
  return {"two_empty",
          "merge",
          "Two parts in which nothing was counted are such a part again.",
          {parts(empty, empty)}};
}

Check far_parts() {
  return {
      "far_parts",
      "merge",
      "Of a part that is far below the other as much counts as is left of it; nothing overflows.",
      {parts({-1000, 1.5F}, {1000, 3}), parts({1000, 2}, {-1000, 3}),
       parts({3e38F, 2}, {-3e38F, 3}), parts({-600, 2}, {-200, 1.5F}), parts({25, 1}, {0, 0x1p24F}),
       parts({-3, 0x1p23F}, {19, 1.5F}), parts({0, 0x1p24F}, {-300, 0x1p24F}),
       parts({0, 1}, {14, 1}), parts({huge, 2}, {huge, 3})}};
}

Check deep_parts() {
  return {"deep_parts",
          "merge",
          "A part of finite logits is not empty, however far below 0 its maximum is.",
          {parts({-2e38F, 2}, {-2e38F, 3}), parts({-huge, 1}, {-huge, 1}),
           parts({-1e9F, 1.5F}, {-1e9F, 2}), parts({-1e30F, 1.5F}, {-1e30F, 4})}};
}

}  // namespace

std::vector<Check> checks_15_online(Seed seed) {
  return {plain_push(seed), first_logit(), masked_logit(), equal_logit(),
          far_logit(),      deep_row(),    no_logit(),     plain_merge(seed),
          one_empty(),      two_empty(),   far_parts(),    deep_parts()};
}

}  // namespace softmax::grader
