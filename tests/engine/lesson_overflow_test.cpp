// "If a logit is very large (say, 1000), e^1000 overflows. The result is Inf, and the division
// produces NaN. The standard fix is to subtract the maximum logit."

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "engine/birthplace.hpp"
#include "engine/outcome.hpp"
#include "tests/engine/lesson.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

Trace both(const std::vector<Given>& logits, const char* format) {
  return trace(logits, in(format), std::array{Algorithm::unshifted, Algorithm::shifted});
}

}  // namespace

TEST_CASE("e^1000 overflows to infinity, and the division makes NaN of it") {
  const Trace t = both(given({"1000", "999", "998"}), "binary32");
  const Run& unshifted = t.runs[0];
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(std::isinf(unshifted.stages[1].computed[i]));
    CHECK(outcome(unshifted, 1, i, t.format()) == Outcome::overflow);
    CHECK(std::isnan(unshifted.stages[3].computed[i]));
    CHECK(outcome(unshifted, 3, i, t.format()) == Outcome::nan);
  }
  CHECK(sentence(first_infinity(unshifted, t).value(), unshifted) ==
        "overflow at exponentiate, element 0: e^1000 = 1.97007e434 is above the largest binary32, "
        "3.4028235e+38");
  CHECK(sentence(first_nan(unshifted, t).value(), unshifted) ==
        "inf/inf at divide, element 0: the exponential and the sum both overflowed");
}

TEST_CASE("with one large logit only its own probability is NaN, and the others are silent zeros") {
  const Trace t = both(given({"1000", "1"}), "binary32");
  const Run& run = t.runs[0];
  CHECK(std::isnan(run.stages[3].computed[0]));
  CHECK(run.stages[3].computed[1] == 0);
  CHECK(outcome(run, 3, 1, t.format()) == Outcome::carried);
}

TEST_CASE("with the maximum subtracted first the same logits are right") {
  for (const char* format : {"bfloat16", "binary32", "binary64"}) {
    const Trace t = both(given({"1000", "999", "998"}), format);
    const Run& shifted = t.runs[1];
    CAPTURE(format);
    CHECK_FALSE(first_infinity(shifted, t).has_value());
    CHECK_FALSE(first_nan(shifted, t).has_value());
    // bfloat16 holds 1000, 1000 and 996: the rest is the softmax of what it holds.
    if (format == std::string("bfloat16")) { continue; }
    CHECK(shifted.stages.back().reference[0].decimal(9).digits == "0.665240956");
    CHECK(std::fabs(shifted.stages.back().computed[0] - 0.665240956) < 1e-7);
  }
}

TEST_CASE("the maximum is subtracted before the exponentials, and T divides between the two") {
  const auto stages = [](const Settings& settings) {
    const Trace t = trace(given({"2", "1"}), settings, std::array{Algorithm::shifted});
    std::string names;
    for (const StageRow& row : t.runs[0].stages) {
      names += std::string(name(row.step.stage)) + " ";
    }
    return names;
  };
  CHECK(stages(in("binary32")) == "read max subtract exponentiate sum divide ");
  CHECK(stages(in("binary32", "2")) == "read max subtract scale exponentiate sum divide ");
  Settings scale_first = in("binary32", "2");
  scale_first.temperature_order = TemperatureOrder::scale_first;
  CHECK(stages(scale_first) == "read scale max subtract exponentiate sum divide ");
}

TEST_CASE("the largest exponential of a shifted softmax is e^0 = 1, exactly, in every format") {
  constexpr std::uint64_t seed = 302;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 50; ++i) {
    std::vector<double> values(static_cast<std::size_t>(random.whole(1, 30)));
    for (double& z : values) { z = random.between(-200, 200); }
    for (const char* format : every_format) {
      const auto stages = rows(Algorithm::shifted, numbers(values), in(format));
      CAPTURE(format, i);
      CHECK(*std::max_element(stages[3].begin(), stages[3].end()) == 1);
    }
  }
}

TEST_CASE("the exponentials never overflow, but the subtraction can: -inf, or NaN in e4m3fn") {
  const std::vector<Given> far = given({"300", "-300"});
  CHECK(rows(Algorithm::shifted, far, in("e5m2"))[3] == std::vector<double>{1, 0});
  const auto e4m3fn = rows(Algorithm::shifted, far, in("e4m3fn"));
  CHECK(std::isnan(e4m3fn[2][1]));  // -600 is beyond 448, and there is no infinity
  CHECK(std::isnan(e4m3fn.back()[0]));
  const std::vector<Given> farther = given({"3e38", "-3e38"});
  const auto binary32 = rows(Algorithm::shifted, farther, in("binary32"));
  CHECK(std::isinf(binary32[2][1]));
  CHECK(binary32.back() == std::vector<double>{1, 0});
}

TEST_CASE("the shift cancels: certified, both algorithms come to one softmax") {
  // The unshifted run's own exact stages, divided by hand, against the shared last reference.
  for (const std::vector<Given>& logits :
       {given({"1000", "999", "998"}), given({"-3", "0.1", "88"}), given({"-140", "-151"})}) {
    const Trace t = both(logits, "binary32");
    const auto& stages = t.runs[0].stages;
    for (std::size_t i = 0; i < logits.size(); ++i) {
      CHECK(agree(stages[1].reference[i] / stages[2].reference[0],
                  t.runs[1].stages.back().reference[i]));
    }
  }
}

TEST_CASE("computed, the two are identical in value only: the roundings differ") {
  const std::vector<Given> example = given({"2.0", "1.0", "0.1"});
  const auto unshifted = probabilities(Algorithm::unshifted, example, in("binary32"));
  const auto shifted = probabilities(Algorithm::shifted, example, in("binary32"));
  CHECK(unshifted != shifted);
  CHECK(std::fabs(unshifted[0] - shifted[0]) == 0x1p-24);  // one ulp of 0.659
}

}  // namespace softmax
