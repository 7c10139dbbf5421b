// The runs without references: what they hold, what they refuse, and whose formats they use.

#include "engine/compute.hpp"

#include <array>
#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_exception.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/engine/oracle_half.hpp"
#include "tests/engine/oracle_rows.hpp"

namespace softmax {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::MessageMatches;
using Rows = std::vector<std::vector<double>>;

constexpr double infinity = std::numeric_limits<double>::infinity();

std::vector<Given> given(const std::vector<std::string>& texts) {
  std::vector<Given> logits;
  for (const std::string& text : texts) { logits.push_back(Given::from_text(text)); }
  return logits;
}

void require_refused(const std::vector<std::string>& logits, const char* format,
                     const std::string& words) {
  CHECK_THROWS_MATCHES(hold_logits(given(logits), parse_format(format)), std::invalid_argument,
                       MessageMatches(ContainsSubstring(words)));
}

void require_temperature_refused(const std::string& text, const char* format,
                                 const std::string& words) {
  CHECK_THROWS_MATCHES(hold_temperature(Given::from_text(text), parse_format(format)),
                       std::invalid_argument,
                       MessageMatches(ContainsSubstring(text) && ContainsSubstring(words)));
}

Rows rows_of(Algorithm algorithm, const std::vector<double>& logits, const Settings& settings) {
  return compute_rows(plan(algorithm, false, settings.temperature_order), logits, 1, settings);
}

}  // namespace

TEST_CASE("logits are held in the format, and a mask stays one") {
  const std::vector<double> held = hold_logits(given({"0.1", "-inf", "3"}), parse_format("e5m2"));
  CHECK(held == std::vector<double>{0.09375, -infinity, 3});
}

TEST_CASE("logits that no softmax has are refused, with the index and the text") {
  require_refused({}, "binary32", "no logits");
  require_refused({"1", "nan"}, "binary32", "logit 1 (nan) is NaN");
  require_refused({"inf"}, "binary32", "logit 0 (inf) is +inf");
  require_refused({"1", "-inf"}, "e4m3fn",
                  "logit 1 (-inf): e4m3fn has no infinity to mask with; use -448");
  require_refused({"65520"}, "binary16",
                  "logit 0 (65520) is infinite in binary16, whose largest number is 65504");
  require_refused({"-1e9"}, "e4m3fn",
                  "logit 0 (-1e9) is NaN in e4m3fn, whose largest number is 448");
  require_refused({"1e39"}, "binary32", "whose largest number is 3.4028235e+38");
}

TEST_CASE("a refused logit comes with its remedy") {
  const auto remedy = [](const char* logit, const char* format) -> std::string {
    try {
      hold_logits(given({logit}), parse_format(format));
    } catch (const LogitError& error) { return error.remedy(); }
    return "was not refused";
  };
  CHECK(remedy("nan", "binary32") == "give a number, or -inf for a mask");
  CHECK(remedy("inf", "binary32") == "give a finite number");
  CHECK(remedy("1e39", "binary32") == "choose a wider format, or a logit nearer to 0");
  CHECK(remedy("1e309", "binary64") == "choose a logit nearer to 0");
}

TEST_CASE("a temperature is positive and finite as given and as held") {
  CHECK(hold_temperature(Given::from_text("0.7"), parse_format("binary16")) == 0x1.668p-1);
  for (const char* text : {"inf", "-inf", "nan"}) {
    require_temperature_refused(text, "binary32", "T must be a finite number above 0");
  }
  for (const char* text : {"0", "-0", "-1", "0e10", "-1e-400"}) {
    require_temperature_refused(text, "binary32", "T must be above 0");
  }
  require_temperature_refused("1e-50", "binary32", "is 0 in binary32");
  require_temperature_refused("1e50", "binary32", "is infinite in binary32");
  require_temperature_refused("1e50", "e4m3fn", "is infinite in e4m3fn");
}

TEST_CASE("a row of a plan is the stages' own arithmetic, in the format") {
  Settings settings{{parse_format("bfloat16")}, parse_format("bfloat16")};
  const Rows rows = rows_of(Algorithm::shifted, {2, 1, 0}, settings);
  REQUIRE(rows.size() == 6);
  CHECK(rows[1] == std::vector<double>{2});
  CHECK(rows[2] == std::vector<double>{0, -1, -2});
  CHECK(rows[3] == std::vector<double>{1, 0.3671875, 0.1357421875});
  CHECK(rows[4] == std::vector<double>{1.5});
  CHECK(rows[5] == std::vector<double>{0.66796875, 0.2451171875, 0.09033203125});
}

TEST_CASE("a sum is taken in the accumulator and kept in the working format") {
  Settings settings{{parse_format("binary16")}, parse_format("binary16")};
  const std::vector<double> zeros(5'001, 0.0);
  CHECK(rows_of(Algorithm::shifted, zeros, settings)[4][0] == 2048);
  settings.accumulator = parse_format("binary32");
  CHECK(rows_of(Algorithm::shifted, zeros, settings)[4][0] == 5000);  // 5001, to the nearest 4
  settings.accumulator = parse_format("e4m3fn");
  CHECK(rows_of(Algorithm::shifted, zeros, settings)[4][0] == 16);
}

TEST_CASE("every NaN of a row is the canonical one") {
  for (const char* format : {"binary16", "binary32", "binary64"}) {
    Settings settings{{parse_format(format)}, parse_format(format)};
    const Rows rows = rows_of(Algorithm::shifted, {-infinity, -infinity}, settings);
    for (const double p : rows.back()) {
      CHECK(std::bit_cast<std::uint64_t>(p) == 0x7ff8000000000000);
    }
  }
}

TEST_CASE("a run without references holds what the trace holds, bit for bit") {
  constexpr std::uint64_t seed = 121;
  CAPTURE(seed);
  Random random(seed);
  for (int i = 0; i < 100; ++i) {
    const oracle::TestRow row = oracle::test_row(i % 9, random);
    CAPTURE(describe(row));
    const Trace t = trace(row.logits, row.settings, all_algorithms);
    const std::vector<double> held = hold_logits(row.logits, t.format());
    for (const Run& run : t.runs) {
      const bool scaled = t.temperature != 1;
      const Rows rows =
          compute_rows(plan(run.algorithm, scaled, row.settings.temperature_order), held,
                       hold_temperature(row.settings.temperature, t.format()), row.settings);
      REQUIRE(rows.size() == run.stages.size());
      for (std::size_t stage = 0; stage < rows.size(); ++stage) {
        CHECK(std::equal(rows[stage].begin(), rows[stage].end(), run.stages[stage].computed.begin(),
                         run.stages[stage].computed.end(), oracle::identical));
      }
    }
  }
}

}  // namespace softmax
