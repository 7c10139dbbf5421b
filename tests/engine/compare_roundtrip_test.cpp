// The engine's own outputs are recognised: exactly known, and printed to few digits.

#include <array>
#include <catch2/catch_test_macros.hpp>

#include "tests/engine/compare_question.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::array orders = {SumOrder::sequential, SumOrder::reverse, SumOrder::pairwise,
                               SumOrder::compensated};

/// Some candidate that reproduces has all of these settings.
bool found(const Comparison& answer, Algorithm algorithm, const Settings& settings) {
  const bool has_order = algorithm != Algorithm::online;
  return std::any_of(answer.reproduced.begin(), answer.reproduced.end(), [&](const Candidate& c) {
    return c.algorithm == algorithm && c.working().name == settings.arithmetic.format.name &&
           c.stored.name == c.working().name &&
           (!has_order || (c.settings.order == settings.order &&
                           c.settings.accumulator.name == settings.accumulator.name));
  });
}

std::vector<Given> random_logits(Random& random, std::int64_t n) {
  std::vector<Given> logits;
  while (std::ssize(logits) < n) { logits.push_back(Given::from_double(random.between(-3, 3))); }
  return logits;
}

TEST_CASE("Outputs of every algorithm, format and order are recognised, exact or printed") {
  constexpr std::uint64_t seed = 73;
  Random random(seed);
  CAPTURE(seed);
  for (const Format& format : builtin_formats()) {
    for (const Algorithm algorithm : all_algorithms) {
      Settings settings = settings_in(format.name);
      settings.order = random.any_of(orders);
      const std::vector<Given> logits = random_logits(random, 7);
      const std::vector<double> row = outputs_of(algorithm, logits, settings);
      CAPTURE(format.name, name(algorithm), name(settings.order));
      REQUIRE(found(compare(question(logits, exactly(row), false)), algorithm, settings));
      for (const int digits : {4, 6, 9}) {
        CAPTURE(digits);
        const Comparison answer = compare(question(logits, printed_to(digits, row), true));
        REQUIRE(answer.verdict == Match::identical);
        REQUIRE(found(answer, algorithm, settings));
      }
    }
  }
}

TEST_CASE("The order of a sum is told from the others where they differ") {
  constexpr std::uint64_t seed = 74;
  Random random(seed);
  CAPTURE(seed);
  Settings settings = settings_in("binary32");
  const std::vector<Given> logits = random_logits(random, 500);
  for (const SumOrder order : {SumOrder::sequential, SumOrder::reverse, SumOrder::pairwise}) {
    settings.order = order;
    const std::vector<double> row = outputs_of(Algorithm::shifted, logits, settings);
    const Comparison answer = compare(question(logits, exactly(row), false));
    CAPTURE(name(order));
    REQUIRE(found(answer, Algorithm::shifted, settings));
    for (const SumOrder other : orders) {
      settings.order = other;
      const bool same = row == outputs_of(Algorithm::shifted, logits, settings);
      CAPTURE(name(other));
      REQUIRE(found(answer, Algorithm::shifted, settings) == same);
    }
  }
}

TEST_CASE("A wider accumulator is recognised") {
  constexpr std::uint64_t seed = 75;
  Random random(seed);
  CAPTURE(seed);
  Settings settings = settings_in("bfloat16");
  settings.accumulator = parse_format("binary32");
  const std::vector<Given> logits = random_logits(random, 400);
  const std::vector<double> row = outputs_of(Algorithm::shifted, logits, settings);
  const Comparison answer = compare(question(logits, exactly(row), false));
  REQUIRE(found(answer, Algorithm::shifted, settings));
  settings.accumulator = settings.arithmetic.format;  // where the sum stalls
  REQUIRE_FALSE(found(answer, Algorithm::shifted, settings));
}

TEST_CASE("Rows kept in bfloat16 and computed in binary32 are recognised as that") {
  constexpr std::uint64_t seed = 76;
  Random random(seed);
  CAPTURE(seed);
  const std::vector<Given> logits = random_logits(random, 40);
  const Format narrow = parse_format("bfloat16");
  const std::vector<Given> kept = exactly(hold_logits(logits, narrow));
  std::vector<double> row = outputs_of(Algorithm::shifted, kept, settings_in("binary32"));
  for (double& p : row) { p = round_to_format(p, narrow); }
  const Comparison answer = compare(question(logits, exactly(row), false));
  REQUIRE(std::any_of(answer.reproduced.begin(), answer.reproduced.end(), [](const Candidate& c) {
    return c.read.name == "bfloat16" && c.working().name == "binary32" &&
           c.stored.name == "bfloat16" && c.algorithm == Algorithm::shifted;
  }));
  REQUIRE_FALSE(reproduces(answer, Algorithm::shifted, "binary32"));
}

TEST_CASE("Outputs at another temperature are recognised, with it and its order") {
  Settings settings = settings_in("binary32");
  settings.temperature = Given::from_text("0.7");
  const std::vector<Given> logits = given({"502", "501.3", "500.1", "497.2"});
  for (const TemperatureOrder order :
       {TemperatureOrder::subtract_first, TemperatureOrder::scale_first}) {
    settings.temperature_order = order;
    const std::vector<double> row = outputs_of(Algorithm::shifted, logits, settings);
    const Comparison answer = compare(question(logits, exactly(row), false));
    REQUIRE(answer.recovered.front().format.name == "binary32");
    REQUIRE(answer.recovered.front().tried.front().text() == "0.7");
    REQUIRE(answer.verdict == Match::identical);
    for (const Candidate& candidate : answer.reproduced) {
      REQUIRE(candidate.settings.temperature_order == order);  // they differ by hundreds of u here
    }
  }
}

}  // namespace
}  // namespace softmax
