// How undecided a distribution is: between a single token and all alike.

#include "engine/entropy.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

CertainDecimal nats(const std::vector<std::string>& logits) {
  const Trace t = trace(given(logits), {}, std::array{Algorithm::shifted});
  return entropy(t.runs[0].stages.back().reference).decimal(12);
}

TEST_CASE("the entropy of tokens that are alike is the logarithm of their number") {
  CHECK(nats({"3", "3"}).digits == "0.69314718056");
  CHECK(nats({"7", "7", "7", "7", "7"}).digits == "1.60943791243");
}

TEST_CASE("a token that is certain has no entropy, and masks add none") {
  CHECK(nats({"5"}).digits == "0");
  CHECK(nats({"5"}).radius == "0");
  CHECK(nats({"-inf", "1", "-inf"}).digits == "0");
  CHECK(nats({"3", "-inf", "3"}).digits == "0.69314718056");
}

TEST_CASE("entropy is that of its formula") {
  // 0.7, 0.2, 0.1: the logits are their logarithms, held in binary32.
  CHECK(nats({"1.9459101090932196", "0.6931471805599453", "0"}).digits.substr(0, 7) == "0.80181");
}

TEST_CASE("a token beyond every range adds what nobody can see") {
  for (const auto& logits :
       {std::vector<std::string>{"0", "-1000"}, std::vector<std::string>{"0", "1e9"},
        std::vector<std::string>{"1e9", "0", "-1e9"}}) {
    CHECK(nats(logits).digits == "0");
    CHECK(nats(logits).radius.find("e-") != std::string::npos);
  }
  CHECK(nats({"2", "2", "-1e9"}).digits == "0.69314718056");
}

TEST_CASE("a row without a distribution has no entropy") {
  CHECK(nats({"-inf", "-inf"}).digits == "undefined");
}

}  // namespace
}  // namespace softmax
