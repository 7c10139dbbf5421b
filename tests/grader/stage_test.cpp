#include "grader/stage.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <vector>

using namespace softmax::grader;

namespace {

constexpr float infinite = std::numeric_limits<float>::infinity();
constexpr float not_a_number = std::numeric_limits<float>::quiet_NaN();

std::string left(const SoftmaxRow& row, const std::vector<float>& results) {
  return stage_left(row, results);
}

bool begins(const std::string& words, const std::string& stage) {
  return words.starts_with(stage + ": ");
}

}  // namespace

TEST_CASE("an infinity or a NaN is told by the trace that makes the same of every element") {
  CHECK(begins(left({{1000, 0}}, {not_a_number, 0}), "exponentiate"));
  CHECK(left({{1000, 0}}, {not_a_number, 0}).find("overflow: e^1000") != std::string::npos);
  CHECK(begins(left({{-200, -201}}, {not_a_number, not_a_number}), "divide"));
  CHECK(left({{-200, -201}}, {not_a_number, not_a_number}).find("0/0") != std::string::npos);
}

TEST_CASE("where the classes are those of no trace, no stage is told") {
  CHECK(left({{2, 1}}, {not_a_number, 0.5F}).empty());
  CHECK(left({{1000, 0}}, {0, not_a_number}).empty());
  CHECK(left({{1000, 0}}, {infinite, 0}).empty());
}

TEST_CASE("exponentials that nothing has divided") {
  CHECK(begins(left({{2, 1, 0.1F}}, {7.389056F, 2.7182817F, 1.105171F}), "divide"));
  CHECK(begins(left({{1000, 999}}, {1, 0.36787945F}), "divide"));
  CHECK(begins(left({{2, 1}, 0.5}, {54.59815F, 7.389056F}), "divide"));
}

TEST_CASE("right ratios that add up to something else") {
  const std::string words = left({{2, 1, 0.1F}}, {0.32950056F, 0.12121648F, 0.049283F});
  CHECK(begins(words, "sum"));
  CHECK(words.find("add up to 0.5") != std::string::npos);
  CHECK(begins(left({{0, 0}}, {0.51F, 0.51F}), "sum"));
  CHECK(left({{0, 0}}, {0.5F, 0.5F}).empty());
}

TEST_CASE("a temperature that is missing, or upside down") {
  CHECK(begins(left({{2, 1}, 0.5}, {0.7310586F, 0.26894143F}), "scale"));
  CHECK(left({{2, 1}, 0.5}, {0.62245935F, 0.37754068F}).find("1/T") != std::string::npos);
}

TEST_CASE("a ratio that is not e to the difference") {
  CHECK(begins(left({{2, 1}}, {0.6666667F, 0.33333334F}), "exponentiate"));
  CHECK(begins(left({{0, -60}}, {1, 0}), "exponentiate"));
  CHECK(begins(left({{0, -90}}, {1, 0}), "exponentiate"));
  CHECK(left({{0, -104}}, {1, 0}).empty());
  CHECK(left({{0, -60}}, {1, 0}).find("nothing is left of element 1") != std::string::npos);
}

TEST_CASE("a mask that counts") {
  CHECK(left({{2, -infinite}}, {0.5F, 0.5F}).find("element 1 is masked") != std::string::npos);
}

TEST_CASE("of a row of masks, or at a limit of the temperature, no stage is asked for") {
  CHECK(of_softmax({}, {{2, 1}}).softmax.has_value());
  CHECK_FALSE(of_softmax({}, {{-infinite, -infinite}}).softmax.has_value());
  CHECK_FALSE(of_softmax({}, {{2, 1}, 0}).softmax.has_value());
  CHECK_FALSE(of_softmax({}, {{2, 1}, infinite}).softmax.has_value());
  CHECK_FALSE(of_softmax({}, {{2, 1}, not_a_number}).softmax.has_value());
}
