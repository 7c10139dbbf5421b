// What 128 bits leave undecided. No exp of these tests is so near to a tie that it happens by
// itself: balls are trusted for fewer bits here, so that more must decide, and be counted.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <iostream>
#include <string>

#include "engine/report_json.hpp"
#include "engine/report_text.hpp"
#include "engine/rounded.hpp"
#include "engine/trace.hpp"
#include "tests/engine/oracle_half.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 61;
constexpr int trials = 500;

/// exp or log of seeded numbers with so many trusted bits: the same, and how many were undecided.
std::size_t undecided_of(double (*rounded)(double, const Format&, const Ziv&), const Format& format,
                         int trusted_bits) {
  Random random(seed);
  std::size_t undecided = 0;
  for (int i = 0; i < trials; ++i) {
    const double x = random.between(0.01, 20);
    const double usual = rounded(x, format, Ziv{});
    const double doubted = rounded(x, format, Ziv{trusted_bits, &undecided});
    if (!oracle::identical(usual, doubted)) {
      FAIL(fmt::format("of {:a} in {}: {:a}, not {:a}", x, format.name, doubted, usual));
    }
  }
  return undecided;
}

Trace trace_with(int trusted_bits, const Format& format) {
  Settings settings;
  settings.arithmetic.format = settings.accumulator = format;
  settings.arithmetic.ziv.trusted_bits = trusted_bits;
  Random random(seed);
  std::vector<Given> logits;
  for (int i = 0; i < 40; ++i) { logits.push_back(Given::from_double(random.between(-6, 2))); }
  return trace(std::move(logits), settings, all_algorithms);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("what a doubted ball leaves undecided, more bits round to the same number") {
  CAPTURE(seed);
  for (const Format& format : builtin_formats()) {
    CAPTURE(format.name);
    // With two bits more than the format has, 2^-(p + 2) of a number is in doubt, an eighth to a
    // quarter of a place on either side: a quarter of all that do not overflow, less three
    // deviations of as many coins.
    const int few = format.precision + 2;
    const double in_range = std::min(1.0, std::log(format.largest) / 20);
    const double least = trials * in_range / 4 - 3 * std::sqrt(trials) / 2;
    const std::size_t exps = undecided_of(exp_rounded, format, few);
    const std::size_t logs = undecided_of(log_rounded, format, few);
    std::cout << fmt::format("seed {}: {} of {} exps and {} logs undecided in {} with {} bits\n",
                             seed, exps, trials, logs, format.name, few);
    CHECK(static_cast<double>(exps) > least);
    CHECK(exps < trials);
    CHECK(static_cast<double>(logs) > least);
    CHECK(logs < trials);
    CHECK(undecided_of(exp_rounded, format, 128) == 0);
    CHECK(undecided_of(log_rounded, format, 128) == 0);
  }
}

TEST_CASE("a trace counts its undecided roundings, and holds the same numbers") {
  CAPTURE(seed);
  for (const Format& format : builtin_formats()) {
    CAPTURE(format.name);
    const Trace usual = trace_with(128, format);
    const Trace doubted = trace_with(format.precision + 2, format);
    CHECK(undecided_roundings(usual) == 0);
    for (std::size_t k = 0; k < usual.runs.size(); ++k) {
      CAPTURE(name(usual.runs[k].algorithm));
      CHECK(doubted.runs[k].undecided > 0);
      for (std::size_t stage = 0; stage < usual.runs[k].stages.size(); ++stage) {
        CAPTURE(stage);
        CHECK(usual.runs[k].stages[stage].computed == doubted.runs[k].stages[stage].computed);
      }
    }
  }
}

TEST_CASE("a report says how many roundings were undecided, if any were") {
  const Trace usual = trace_with(128, parse_format("binary32"));
  const Trace doubted = trace_with(26, parse_format("binary32"));
  const std::string count = fmt::format("{}", undecided_roundings(doubted));
  CHECK(contains(report_text(doubted, {}), "(" + count + " by more than 128 bits)"));
  CHECK_FALSE(contains(report_text(usual, {}), "more than"));
  const std::string of_run = fmt::format("\"undecided\": {},", doubted.runs[0].undecided);
  CHECK(contains(report_json(doubted, 1, 0), of_run));
  CHECK_FALSE(contains(report_json(usual, 1, 0), "undecided"));
  CHECK(contains(report_json(usual, 1, 0, true), "\"undecided\": 0,"));
}

}  // namespace softmax
