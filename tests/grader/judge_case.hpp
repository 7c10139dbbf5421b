#pragma once
/// A case, what may come of it, and what is found wrong then.

#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "grader/inputs.hpp"
#include "grader/judge.hpp"

namespace softmax::grader {

inline constexpr float nan = std::numeric_limits<float>::quiet_NaN();
inline constexpr float inf = std::numeric_limits<float>::infinity();

using Floats = std::vector<float>;

/// Two shares of [3, 1], by 4.
inline Case some_case() {
  return {"normalize",
          {Floats{3, 1}, scalar(4.0F), output(2)},
          {{near(Certified(0.7109375), 4 * 0x1p-24), near(Certified(0.2890625), 4 * 0x1p-24)}}};
}

inline Response returned(const Value& row) {
  return {CallEnding::returned, false, false, "", {row}};
}

inline Judged judged(const Case& one, const Observed& observed) {
  return judge(Check{"id", "task", "A sentence.", {one}}, std::vector{observed});
}

/// What is found wrong with the one case.
inline Finding found(const Case& one, const Observed& observed) {
  const Judged result = judged(one, observed);
  CHECK(result.verdict != Verdict::pass);
  CHECK(result.failed == std::vector<std::size_t>{0});
  return result.first;
}

inline Case refusal() { return {"normalizer", {Floats{}}, {}, true}; }

}  // namespace softmax::grader
