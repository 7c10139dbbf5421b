// Which keys a query sees: the causal mask with cached keys, rows that see none, and sinks.

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "engine/attention.hpp"
#include "tests/engine/lesson.hpp"

namespace softmax {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Doubles = std::vector<double>;

constexpr double infinity = std::numeric_limits<double>::infinity();

AttentionSettings with(bool causal, std::optional<double> sink, const char* format = "binary32") {
  AttentionSettings settings;
  settings.arithmetic = {parse_format(format)};
  settings.causal = causal;
  settings.sink = sink;
  return settings;
}

/// A head with d = 1: queries of 1 and keys that are their own scores.
Attended head_of(std::size_t queries, const Doubles& scores, const AttentionSettings& settings) {
  const Matrix keys = {scores.size(), 1, scores};
  return attend({queries, 1, Doubles(queries, 1.0)}, keys, keys, settings);
}

Doubles softmax_of(const Doubles& logits) {
  return probabilities(Algorithm::shifted, numbers(logits), in("binary32"));
}

Doubles row(const Matrix& m, std::size_t i) { return {m.row(i).begin(), m.row(i).end()}; }

}  // namespace

TEST_CASE("a query sees itself and what came before") {
  const Attended head = head_of(3, {1, 2, 3}, with(true, {}));
  CHECK(head.scores.values == Doubles{1, -infinity, -infinity, 1, 2, -infinity, 1, 2, 3});
  CHECK(row(head.weights, 0) == Doubles{1, 0, 0});
  const Doubles two = softmax_of({1, 2});
  CHECK(row(head.weights, 1) == Doubles{two[0], two[1], 0});
  CHECK(row(head.weights, 2) == softmax_of({1, 2, 3}));
}

TEST_CASE("with cached keys the last query sees all of them: the triangle ends at the last key") {
  // A triangle that starts at the first key gives the one query 1, 0, 0.
  const Attended one = head_of(1, {1, 2, 3}, with(true, {}));
  CHECK(row(one.weights, 0) == softmax_of({1, 2, 3}));
  CHECK(std::fabs(one.weights(0, 0) - 0.0900) < 0.00005);
  CHECK(std::fabs(one.weights(0, 2) - 0.6652) < 0.00005);
  const Attended two = head_of(2, {1, 2, 3}, with(true, {}));
  CHECK(row(two.scores, 0) == Doubles{1, 2, -infinity});
  CHECK(row(two.scores, 1) == Doubles{1, 2, 3});
}

TEST_CASE("without the causal mask every query sees every key") {
  const Attended head = head_of(2, {1, 2, 3}, with(false, {}));
  CHECK(row(head.weights, 0) == row(head.weights, 1));
}

TEST_CASE("a masked key has no weight, however low the scores that are seen") {
  // A mask of -10000 would be larger than the score of -20000, and take all the weight.
  const Attended head =
      attend({2, 1, {-20'000, 0}}, {2, 1, {1, 1}}, {2, 1, {1, 100}}, with(true, {}));
  CHECK(row(head.weights, 0) == Doubles{1, 0});
  CHECK(head.outputs(0, 0) == 1);
}

TEST_CASE("a query that sees no key has NaN weights and outputs, by every plan") {
  for (const Algorithm way : ways) {
    CAPTURE(name(way));
    AttentionSettings settings = with(true, {});
    settings.algorithm = way;
    const Attended head = head_of(3, {1, 2}, settings);
    CHECK(row(head.scores, 0) == Doubles{-infinity, -infinity});
    CHECK(std::isnan(head.weights(0, 0)));
    CHECK(std::isnan(head.weights(0, 1)));
    CHECK(std::isnan(head.outputs(0, 0)));
    CHECK(head.weights(1, 1) == 0);  // of the next query all is well
    CHECK_FALSE(std::isnan(head.outputs(1, 0)));
  }
}

TEST_CASE("a sink takes part in the normalizer and has no value") {
  const Attended head = head_of(1, {1, 2}, with(false, 3.0));
  const Doubles three = softmax_of({1, 2, 3});
  CHECK(row(head.weights, 0) == Doubles{three[0], three[1]});
  CHECK(head.weights(0, 0) + head.weights(0, 1) < 0.5);
  CHECK(head.scores.columns == 2);
}

TEST_CASE("a sink of 0 is the softmax with 1 more in the denominator") {
  const Attended head = head_of(1, {1, 2}, with(false, 0.0, "binary64"));
  const Certified total = Certified(1.0) + exp(Certified(1.0)) + exp(Certified(2.0));
  for (std::size_t j = 0; j < 2; ++j) {
    const Certified exact = exp(Certified(static_cast<double>(j + 1))) / total;
    const Certified error = (Certified(head.weights(0, j)) - exact) / exact;
    // bounds.hpp: w + E + 2c + s + 1, with w and E at most z_max - z_min = 2, c = 1, s = n - 1 = 2.
    CHECK(std::fabs(error.approximate()) <= (2 + 2 + 2 + 2 + 1) * 0x1p-53);
  }
}

TEST_CASE("with a sink, a query that sees no key gets nothing: 0, not NaN") {
  const Attended head = head_of(3, {1, 2}, with(true, 0.5));
  CHECK(row(head.weights, 0) == Doubles{0, 0});
  CHECK(head.outputs(0, 0) == 0);
}

TEST_CASE("a sink of -inf is none") {
  const Attended head = head_of(2, {1, 2}, with(true, -infinity));
  CHECK(head.weights == head_of(2, {1, 2}, with(true, {})).weights);
}

TEST_CASE("a mask needs an infinity, and a sink is a logit") {
  const auto refuse = [](const AttentionSettings& settings, const char* words) {
    CHECK_THROWS_MATCHES(head_of(2, {1, 2}, settings), std::invalid_argument,
                         MessageMatches(ContainsSubstring(words)));
  };
  refuse(with(true, {}, "e4m3fn"), "e4m3fn has no infinity to mask with");
  refuse(with(false, infinity), "a sink of inf");
  refuse(with(false, std::numeric_limits<double>::quiet_NaN()), "a sink of nan");
  refuse(with(false, 1e6, "binary16"), "a sink of 1000000 is inf in binary16");
  CHECK(head_of(1, {1, 2}, with(true, {}, "e4m3fn")).weights.values.size() == 2);  // none masked
}

}  // namespace softmax
