// "Softmax preserves the ranking", "exponentials amplify differences", "every p_i is positive".

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "engine/outcome.hpp"
#include "tests/engine/lesson.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 301;

/// Logits from -12 to 5, inside every format's exponentials but for e4m3fn's and e5m2's small ones.
std::vector<Given> any_logits(Random& random) {
  std::vector<double> values(static_cast<std::size_t>(random.whole(2, 20)));
  for (double& z : values) { z = random.between(-12, 5); }
  return numbers(values);
}

/// Whether a larger logit never has the smaller probability.
bool ranked(const std::vector<double>& logits, const std::vector<double>& p) {
  for (std::size_t i = 0; i < p.size(); ++i) {
    for (std::size_t j = 0; j < p.size(); ++j) {
      if (logits[i] > logits[j] && !(p[i] >= p[j])) { return false; }
    }
  }
  return true;
}

}  // namespace

TEST_CASE("a larger logit never gets a smaller probability, in any format") {
  // Every stage is one correctly rounded monotone function, so the order cannot turn.
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 100; ++i) {
    const std::vector<Given> logits = any_logits(random);
    for (const char* format : every_format) {
      const auto stages = rows(Algorithm::shifted, logits, in(format));
      CAPTURE(format, i);
      CHECK(ranked(stages.front(), stages.back()));
    }
  }
}

TEST_CASE("unequal logits may get equal probabilities: the ranking is kept, not its strictness") {
  const std::vector<Given> logits = given({"1e-9", "0"});
  const std::vector<double> p = probabilities(Algorithm::shifted, logits, in("binary32"));
  CHECK(p[0] == p[1]);
  const std::vector<Certified> exact = certified(logits, in("binary32"));
  CHECK(exact[1] < exact[0]);
}

TEST_CASE("logits may be negative and need not sum to 1; probabilities never are and do") {
  const std::vector<Given> logits = given({"-2.3", "0.4", "-7"});
  const std::vector<Certified> p = certified(logits, in("binary32"));
  for (const Certified& share : p) { CHECK(share.sign() == 1); }
  CHECK(agree(p[0] + p[1] + p[2], Certified(1.0)));
}

TEST_CASE("logit differences are the log-odds: e^(z_i - z_j) = p_i/p_j") {
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 50; ++i) {
    const std::vector<Given> logits = any_logits(random);
    const std::vector<double> held = hold_logits(logits, parse_format("binary32"));
    const std::vector<Certified> p = certified(logits, in("binary32"));
    CHECK(agree(p[0] / p[1], exp(Certified(held[0]) - Certified(held[1]))));
  }
}

TEST_CASE("the ratio of e^5 to e^3 is larger than the difference of 5 and 3") {
  const auto e = rows(Algorithm::unshifted, given({"5", "3"}), in("binary32"))[1];
  CHECK(std::fabs(e[0] / e[1] - std::exp(2.0)) < 2 * 0x1p-23 * std::exp(2.0));  // two roundings
  CHECK(e[0] / e[1] > 3 * (5 - 3));
}

TEST_CASE("the exponential of -100 and of 100 is positive where the format reaches that far") {
  const auto e64 = rows(Algorithm::unshifted, given({"-100", "100"}), in("binary64"))[1];
  CHECK(e64[0] > 0);
  CHECK(std::isfinite(e64[1]));
  const auto e32 = rows(Algorithm::unshifted, given({"-100", "100"}), in("binary32"))[1];
  CHECK(e32[0] > 0);  // a subnormal: 27 of 2^-149
  CHECK(std::isinf(e32[1]));
}

TEST_CASE("e^x is above 0 for every x, but the computed one is 0 below the threshold") {
  const std::array<Algorithm, 1> unshifted = {Algorithm::unshifted};
  for (const char* format : every_format) {
    CAPTURE(format);
    const double low = format == std::string("binary64") ? -746 : -104;
    const Trace t = trace(numbers({low, 0.0}), in(format), unshifted);
    CHECK(t.runs[0].stages[1].computed[0] == 0);
    CHECK(t.runs[0].stages[1].reference[0].sign() == 1);
    CHECK(outcome(t.runs[0], 1, 0, t.format()) == Outcome::underflow_to_zero);
    CHECK(t.runs[0].stages.back().computed[0] == 0);
    CHECK(t.runs[0].stages.back().reference[0].sign() == 1);
  }
}

}  // namespace softmax
