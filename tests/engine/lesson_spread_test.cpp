// "Softmax behavior depends strongly on the spread of the logits."

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

std::vector<Given> equal(const std::string& logit, std::size_t n) {
  return given(std::vector<std::string>(n, logit));
}

}  // namespace

TEST_CASE("with 3 classes and a gap of 10 the top one gets over 99 % in every format") {
  for (const char* format : every_format) {
    CAPTURE(format);
    CHECK(probabilities(Algorithm::shifted, given({"10", "0", "0"}), in(format))[0] > 0.99);
  }
  const std::vector<Certified> p = certified(given({"10", "0", "0"}), in("binary32"));
  CHECK(p[0].decimal(6).digits == "0.999909");
}

TEST_CASE("a top of 10, a second of 2 and the rest near 0: the top dominates") {
  const std::vector<Given> logits = given({"10", "2", "0.1", "0", "-0.1"});
  for (const char* format : every_format) {
    CAPTURE(format);
    CHECK(probabilities(Algorithm::shifted, logits, in(format))[0] > 0.99);
  }
}

TEST_CASE("how much it gets depends on the gap and on the number of competitors") {
  // p = 1/(1 + (n - 1) e^-10)
  const Certified e10 = exp(Certified(-10.0));
  for (const auto& [n, digits] : {std::pair<std::size_t, const char*>{3, "0.999909"},
                                  {100, "0.995526"},
                                  {10'000, "0.68778"}}) {
    CAPTURE(n);
    std::vector<double> logits(n, 0.0);
    logits[n / 2] = 10;
    const Certified p = certified(numbers(logits), in("binary32"))[n / 2];
    CHECK(
        agree(p, Certified(1.0) / (Certified(1.0) + Certified(static_cast<double>(n - 1)) * e10)));
    CHECK(p.decimal(6).digits == digits);
  }
}

TEST_CASE("the gap between the top two does not decide alone: 1,000 near the second take a share") {
  std::vector<double> few(1001, -20.0);
  few[0] = 10;
  few[1] = 2;
  std::vector<double> many(1001, 2.0);
  many[0] = 10;
  // 1/(1 + e^-8) and 1/(1 + 1000 e^-8)
  CHECK(certified(numbers(few), in("binary32"))[0].decimal(4).digits == "0.9997");
  CHECK(certified(numbers(many), in("binary32"))[0].decimal(4).digits == "0.7488");
}

TEST_CASE("logits close together have probabilities near uniform") {
  // e^-0.2 <= p_i/p_j <= e^0.2, so every p is within a factor of e^0.2 of 1/3.
  const std::vector<Given> logits = given({"1.0", "1.1", "0.9"});
  for (const Certified& p : certified(logits, in("binary32"))) {
    CHECK(std::fabs(std::log(3 * p.approximate())) < 0.2);
  }
  const auto p = probabilities(Algorithm::shifted, logits, in("binary32"));
  CHECK(fmt::format("{:.3f} {:.3f} {:.3f}", p[0], p[1], p[2]) == "0.332 0.367 0.301");
}

TEST_CASE("of equal logits every probability is 1/n, exactly in the reference") {
  for (const std::size_t n : {1U, 2U, 3U, 5U, 10U, 1000U}) {
    CAPTURE(n);
    const std::vector<Certified> p = certified(equal("0", n), in("binary32"));
    const auto computed = probabilities(Algorithm::shifted, equal("0", n), in("binary32"));
    for (std::size_t i = 0; i < n; ++i) {
      CHECK(agree(p[i], Certified(1.0) / Certified(static_cast<double>(n))));
      CHECK(static_cast<float>(computed[i]) == 1.0F / static_cast<float>(n));  // rounded once
    }
  }
}

TEST_CASE("of all distributions the uniform one is the most uncertain: its entropy is ln n") {
  const auto entropy = [](const std::vector<Given>& logits) {
    Certified sum;
    for (const Certified& p : certified(logits, in("binary32"))) { sum = sum - p * log(p); }
    return sum;
  };
  const Certified most = log(Certified(3.0));
  CHECK(agree(entropy(equal("100", 3)), most));
  for (const std::vector<Given>& unequal :
       {given({"1.0", "1.1", "0.9"}), given({"2.0", "1.0", "0.1"}), given({"10", "0", "0"})}) {
    CHECK((most - entropy(unequal)).sign() == 1);
  }
}

TEST_CASE("the quiz: softmax([5.0, 5.0, 5.0]) is a third each") {
  for (const Algorithm way : {Algorithm::shifted, Algorithm::online}) {
    for (const double p : probabilities(way, equal("5.0", 3), in("binary32"))) {
      CHECK(static_cast<float>(p) == 1.0F / 3.0F);
    }
  }
}

TEST_CASE("equal logits are 1/n only while the format can count to n") {
  // The sum of ones stalls at 16, 8, 256 and 2048 (lesson_thresholds_test).
  CHECK(probabilities(Algorithm::shifted, equal("0", 9), in("e5m2"))[0] == 0.125);
  CHECK(probabilities(Algorithm::shifted, equal("0", 64), in("e4m3fn"))[0] == 0.0625);
  CHECK(probabilities(Algorithm::shifted, equal("0", 1024), in("bfloat16"))[0] == 0x1p-8);
  CHECK(probabilities(Algorithm::shifted, equal("0", 4096), in("binary16"))[0] == 0x1p-11);
}

}  // namespace softmax
