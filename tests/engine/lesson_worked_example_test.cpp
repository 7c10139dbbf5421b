// "Three logits: z = [2.0, 1.0, 0.1]. Walk through softmax step by step."

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

const std::vector<Given> example = given({"2.0", "1.0", "0.1"});

/// A row as the lesson prints it: three decimals.
std::string printed(const std::vector<double>& row) {
  std::string text;
  for (const double x : row) { text += fmt::format("{:.3f} ", x); }
  return text.substr(0, text.size() - 1);
}

}  // namespace

TEST_CASE("the worked example's exponentials, sum and probabilities are the lesson's") {
  for (const char* format : {"binary32", "binary64"}) {
    CAPTURE(format);
    const auto stages = rows(Algorithm::unshifted, example, in(format));
    REQUIRE(stages.size() == 4);  // read, and the lesson's three: exponentiate, sum, divide
    CHECK(printed(stages[1]) == "7.389 2.718 1.105");
    CHECK(printed(stages[2]) == "11.213");
    CHECK(printed(stages[3]) == "0.659 0.242 0.099");
    CHECK(fmt::format("{:.3f}", stages[3][0] + stages[3][1] + stages[3][2]) == "1.000");
  }
}

TEST_CASE("the lesson's sum, 11.212, is that of its rounded exponentials; the truth is 11.213") {
  CHECK(fmt::format("{:.3f}", 7.389 + 2.718 + 1.105) == "11.212");
  const Certified z =
      exp(Certified(2.0)) + exp(Certified(1.0)) + exp(Given::from_text("0.1").value());
  CHECK(z.decimal(8).digits == "11.212509");
}

TEST_CASE("every way to the worked example comes to 0.659, 0.242, 0.099") {
  for (const Algorithm way : ways) {
    CAPTURE(name(way));
    CHECK(printed(probabilities(way, example, in("binary32"))) == "0.659 0.242 0.099");
    CHECK(printed(probabilities(way, example, in("binary64"))) == "0.659 0.242 0.099");
  }
}

TEST_CASE("the order of the logits is no matter: each keeps its probability, in every way") {
  // All six orders of three: the maximum comes first, last, and after one that is passed.
  std::vector<std::string> order = {"0.1", "1.0", "2.0"};
  do {
    for (const Algorithm way : ways) {
      CAPTURE(name(way), order);
      const std::vector<double> p = probabilities(way, given(order), in("binary32"));
      for (std::size_t i = 0; i < order.size(); ++i) {
        const char* lesson = order[i] == "2.0" ? "0.659" : order[i] == "1.0" ? "0.242" : "0.099";
        CHECK(fmt::format("{:.3f}", p[i]) == lesson);
      }
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("the worked example's certified digits are those of the definition") {
  // mpmath: exp(2)/(exp(2) + exp(1) + exp(mpf('0.1'))); mp.dps = 40.
  const Trace t = trace(given({"2", "1", "0.5"}), in("binary64"), std::array{Algorithm::shifted});
  const auto& p = t.runs[0].stages.back().reference;
  CHECK(p[0].decimal(20).digits == "0.62853171921176244825");
  CHECK(p[1].decimal(20).digits == "0.23122389762214906723");
  CHECK(p[2].decimal(20).digits == "0.14024438316608848452");
}

TEST_CASE("a difference of 1 in the logits is a ratio of e, about 2.7") {
  const std::vector<Certified> p = certified(example, in("binary32"));
  CHECK(agree(p[0] / p[1], exp(Certified(1.0))));
  const std::vector<double> computed = probabilities(Algorithm::shifted, example, in("binary32"));
  CHECK(fmt::format("{:.1f}", computed[0] / computed[1]) == "2.7");
}

TEST_CASE("fewer bits change the worked example's printed digits") {
  const auto shown = [](const char* format) {
    return printed(probabilities(Algorithm::shifted, example, in(format)));
  };
  CHECK(shown("binary16") == "0.659 0.242 0.099");
  CHECK(shown("bfloat16") == "0.660 0.242 0.099");
  CHECK(shown("e4m3fn") == "0.688 0.250 0.102");
  CHECK(shown("e5m2") == "0.625 0.250 0.078");
}

}  // namespace softmax
