// One head of attention: the scale, the scores, their softmax along the keys, the weighted values.

#include "engine/attention.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/engine/attention_in.hpp"
#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;

}  // namespace

TEST_CASE("the queries scaled first, 64 products of 32 * 32 stay in binary16; scaled last, not") {
  const Matrix q = constant(1, 64, 32);
  AttentionSettings settings = attention_in("binary16");
  const Attended first = attend(q, q, constant(1, 1, 7), settings);
  CHECK(first.scores(0, 0) == 8192);
  CHECK(first.outputs(0, 0) == 7);
  settings.scale_order = ScaleOrder::product_first;
  const Attended last = attend(q, q, constant(1, 1, 7), settings);
  CHECK(std::isinf(last.scores(0, 0)));
  CHECK(std::isnan(last.weights(0, 0)));
  CHECK(std::isnan(last.outputs(0, 0)));
}

TEST_CASE("the scale is of the head's own width: 8 and 0 at d = 64 are 1 and 0") {
  // sqrt(512) of the model's width would give .587, .413, and 8 times 8 would give 1, 1.6e-28.
  Matrix k = constant(2, 64, 0.125);
  std::fill(k.values.begin() + 64, k.values.end(), 0.0);
  const Attended head = attend(constant(1, 64, 1), k, constant(2, 1, 0), attention_in("binary32"));
  CHECK(head.scale == 0.125);
  CHECK(head.scores.values == std::vector<double>{1, 0});
  CHECK(head.weights.values ==
        probabilities(Algorithm::shifted, given({"1", "0"}), in("binary32")));
  CHECK(std::fabs(head.weights(0, 0) - 0.7311) < 0.00005);
}

TEST_CASE("the weights of a query sum to 1 along its keys, not those of a key along the queries") {
  const Matrix q = {2, 4, {2, 4, 0, 0, 6, 10, 0, 0}};
  const Matrix k = {2, 4, {1, 0, 0, 0, 0, 1, 0, 0}};
  const Attended head = attend(q, k, constant(2, 1, 1), attention_in("binary32"));
  CHECK(head.scores.values == std::vector<double>{1, 2, 3, 5});
  const std::array right = {0.2689, 0.7311, 0.1192, 0.8808};
  for (std::size_t i = 0; i < right.size(); ++i) {
    CHECK(std::fabs(head.weights.values[i] - right.at(i)) < 0.00005);
  }
}

TEST_CASE(
    "a row of weights is the softmax of its scores, bit for bit, by the algorithm asked for") {
  Random random(321);
  for (const char* name : every_format) {
    const Format format = parse_format(name);
    for (const Algorithm way : ways) {
      AttentionSettings settings = attention_in(name);
      settings.algorithm = way;
      const Attended head =
          attend(random_matrix(2, 3, format, random), random_matrix(5, 3, format, random),
                 constant(5, 1, 1), settings);
      for (std::size_t i = 0; i < 2; ++i) {
        const std::vector<double> scores(head.scores.row(i).begin(), head.scores.row(i).end());
        const std::vector<double> row(head.weights.row(i).begin(), head.weights.row(i).end());
        CHECK(row == probabilities(way, numbers(scores), in(name)));
      }
    }
  }
}

TEST_CASE("what is given is rounded to the format once, before anything is multiplied") {
  constexpr std::uint64_t seed = 323;
  CAPTURE(seed);
  Random random(seed);
  const Format half = parse_format("binary16");
  const auto held = [&half](Matrix m) {
    for (double& x : m.values) { x = round_to_format(x, half); }
    return m;
  };
  const Matrix q = random_matrix(4, 3, parse_format("binary64"), random);
  const Matrix k = random_matrix(5, 3, parse_format("binary64"), random);
  const Attended given = attend(q, k, k, attention_in("binary16"));
  const Attended rounded = attend(held(q), held(k), held(k), attention_in("binary16"));
  CHECK(given.scores == rounded.scores);
  CHECK(given.outputs == rounded.outputs);
}

TEST_CASE("sizes that do not fit are refused, and so is an algorithm without probabilities") {
  const auto refuse = [](const Matrix& q, const Matrix& k, const Matrix& v, const char* words,
                         Algorithm algorithm = Algorithm::shifted) {
    AttentionSettings settings;
    settings.algorithm = algorithm;
    CHECK_THROWS_MATCHES(attend(q, k, v, settings), std::invalid_argument,
                         MessageMatches(ContainsSubstring(words)));
  };
  const Matrix m = constant(2, 3, 1);
  refuse(m, constant(2, 4, 1), m, "q is 2 x 3 and k is 2 x 4");
  refuse(m, m, constant(3, 2, 1), "k is 2 x 3 and v is 3 x 2");
  refuse({0, 3, {}}, m, m, "q is 0 x 3");
  refuse(m, {2, 3, {1, 2, 3, 4, 5}}, m, "k is 2 x 3, and has 5 values");
  refuse(m, m, {2, 3, {1, 2, 3, 4, 5, 6, 7}}, "v is 2 x 3, and has 7 values");
  refuse(m, m, m, "log_softmax has no probabilities", Algorithm::log_softmax);
}

}  // namespace softmax
