// "softmax([0, 0, 0]) and softmax([100, 100, 100]) produce the same result, because only relative
// differences matter": true of the numbers, and of the shifted algorithm.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

std::vector<double> three(Algorithm algorithm, double c, const std::string& format) {
  return probabilities(algorithm, numbers({c, c, c}), in(format));
}

/// The shifted softmax of the held logits, and of the same after 100 was added in the format.
std::array<std::vector<double>, 2> before_and_after_adding_100(const std::vector<Given>& logits,
                                                               const std::string& format) {
  const Format f = parse_format(format);
  std::vector<double> moved = hold_logits(logits, f);
  for (double& z : moved) { z = round_to_format(z + round_to_format(100, f), f); }
  return {probabilities(Algorithm::shifted, logits, in(format)),
          probabilities(Algorithm::shifted, numbers(moved), in(format))};
}

}  // namespace

TEST_CASE("shifted, [100, 100, 100] is [0, 0, 0] bit for bit in every format") {
  for (const char* format : every_format) {
    CAPTURE(format);
    CHECK(three(Algorithm::shifted, 100, format) == three(Algorithm::shifted, 0, format));
    CHECK(three(Algorithm::online, 100, format) == three(Algorithm::online, 0, format));
  }
}

TEST_CASE("unshifted, [100, 100, 100] is NaN in all formats but binary64") {
  for (const char* format : {"e4m3fn", "e5m2", "bfloat16", "binary16", "binary32"}) {
    CAPTURE(format);
    for (const double p : three(Algorithm::unshifted, 100, format)) { CHECK(std::isnan(p)); }
  }
  CHECK(three(Algorithm::unshifted, 100, "binary64") == three(Algorithm::shifted, 0, "binary64"));
}

TEST_CASE("unshifted binary64 [11, 11, 11] differs from [0, 0, 0] in the last bit") {
  const double eleven = three(Algorithm::unshifted, 11, "binary64")[0];
  const double zero = three(Algorithm::unshifted, 0, "binary64")[0];
  CHECK(zero == 1.0 / 3);
  CHECK(eleven == std::nextafter(zero, 1.0));
}

TEST_CASE("where only the sum overflows, every probability is silently 0") {
  CHECK(three(Algorithm::unshifted, 11, "binary16") == std::vector<double>{0, 0, 0});
  CHECK(three(Algorithm::unshifted, 88, "binary32") == std::vector<double>{0, 0, 0});
  CHECK(three(Algorithm::unshifted, 88, "bfloat16") == std::vector<double>{0, 0, 0});
  CHECK(three(Algorithm::unshifted, 709, "binary64") == std::vector<double>{0, 0, 0});
}

TEST_CASE("100 added in the format changes the lesson's example in every format") {
  for (const char* format : every_format) {
    CAPTURE(format);
    const auto [before, after] = before_and_after_adding_100(given({"2.0", "1.0", "0.1"}), format);
    CHECK(before != after);
  }
}

TEST_CASE("100 added in the format changes nearly every vector of unequal logits") {
  // z + 100 errs by up to half an ulp of 100, 2^(6 - p) = 64 u: where three logits come out as
  // before, two differences are right by chance, a 64th each or so. One in a hundred is allowed.
  constexpr std::uint64_t seed = 7;
  CAPTURE(seed);
  for (const char* format : every_format) {
    CAPTURE(format);
    Random random(seed);
    int unchanged = 0;
    for (int i = 0; i < 1000; ++i) {
      std::vector<double> logits(3);
      for (double& z : logits) { z = random.between(-4, 4); }
      const auto [before, after] = before_and_after_adding_100(numbers(logits), format);
      unchanged += before == after ? 1 : 0;
    }
    CHECK(unchanged < 10);
  }
}

TEST_CASE("it changes nothing where the additions are exact: whole numbers, enough bits") {
  for (const char* format : {"bfloat16", "binary16", "binary32", "binary64"}) {
    CAPTURE(format);
    const auto [before, after] = before_and_after_adding_100(given({"2", "1", "0"}), format);
    CHECK(before == after);
  }
}

TEST_CASE("fp8 cannot tell 100, 101 and 102 apart: the distribution becomes uniform") {
  for (const char* format : {"e4m3fn", "e5m2"}) {
    CAPTURE(format);
    const auto [before, after] = before_and_after_adding_100(given({"2", "1", "0"}), format);
    CHECK(before[0] > 2 * before[1]);
    CHECK(after == three(Algorithm::shifted, 0, format));
  }
}

TEST_CASE("100 added exactly leaves the certified softmax as it is") {
  const std::vector<Certified> here = certified(given({"2", "1", "0.125"}), in("binary32"));
  const std::vector<Certified> there = certified(given({"102", "101", "100.125"}), in("binary32"));
  for (std::size_t i = 0; i < here.size(); ++i) { CHECK(agree(here[i], there[i])); }
}

}  // namespace softmax
