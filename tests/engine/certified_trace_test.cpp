// Every enclosure of a trace holds the oracle's, over seeded random and adversarial rows: each
// stage's reference and local, for every algorithm, format, order and temperature.
// 10,000 rows are a sweep; 300 of them run every time.

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <iostream>
#include <string>

#include "engine/trace.hpp"
#include "tests/engine/oracle_rows.hpp"
#include "tests/engine/oracle_trace.hpp"

namespace softmax {
namespace {

using oracle::TestRow;
using oracle::Truth;

constexpr std::uint64_t seed = 20210405;

struct Figures {
  std::size_t rows = 0;
  std::size_t enclosures = 0;
  double worst = 0;  ///< relative radius of a probability above 1e-300
};

void take(const Certified& c, const Truth& truth, const std::string& where, Figures& figures) {
  ++figures.enclosures;
  if (encloses(c, truth)) { return; }
  FAIL(where << ": " << c.decimal(40).digits << " +- " << c.decimal(40).radius << " misses "
             << truth.text());
}

/// The radius of a probability above 1e-300 is at most 2^-110 of it. The oracle says whether it is
/// above: an enclosure left undefined, or with a radius that holds everything, says nothing.
void take_radius(const Certified& p, const Truth& truth, const std::string& where,
                 Figures& figures) {
  if (!truth.finite() || truth.everything().below(oracle::Interval(1e-300))) { return; }
  figures.worst = std::max(figures.worst, p.relative_radius());
  if (!(p.relative_radius() <= 0x1p-110)) {
    FAIL_CHECK(where << ": radius is 2^" << std::log2(p.relative_radius()) << " of the value");
  }
}

void take_run(const Trace& t, const Run& run, const TestRow& row, Figures& figures) {
  const std::vector<oracle::TrueRow> truths = true_rows(t, run, row.exactly);
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    const StageRow& held = run.stages[stage];
    REQUIRE(truths[stage].reference.size() == held.reference.size());
    REQUIRE(truths[stage].local.size() == held.local.size());
    for (std::size_t i = 0; i < held.reference.size(); ++i) {
      const std::string where = fmt::format("{}, stage {} {}, element {}", name(run.algorithm),
                                            stage, name(held.step.stage), i);
      take(held.reference[i], truths[stage].reference[i], where + " reference", figures);
      take(held.local[i], truths[stage].local[i], where + " local", figures);
    }
  }
  if (output_of(run.algorithm) != Output::probabilities) { return; }
  const CertifiedRow& probabilities = run.stages.back().reference;
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    const std::string where = fmt::format("{}, probability {}", name(run.algorithm), i);
    take_radius(probabilities[i], truths.back().reference[i], where, figures);
  }
}

void take_row(const TestRow& row, Figures& figures) {
  CAPTURE(describe(row));
  const Trace t = trace(row.logits, row.settings, all_algorithms);
  for (const Run& run : t.runs) { take_run(t, run, row, figures); }
  ++figures.rows;
}

void print(const Figures& f) {
  std::cout << fmt::format(
      "seed {}: {} rows, {} enclosures, worst relative radius "
      "of a probability above 1e-300 2^{:.2f}\n",
      seed, f.rows, f.enclosures, std::log2(f.worst));
}

void take_rows(int count) {
  CAPTURE(seed);
  Random random(seed);
  Figures figures;
  for (int i = 0; i < count; ++i) { take_row(oracle::test_row(i, random), figures); }
  print(figures);
  CHECK(figures.worst > 0);
}

}  // namespace

TEST_CASE("every enclosure of 300 rows holds the oracle's") { take_rows(300); }

TEST_CASE("every enclosure of 10,000 rows holds the oracle's", "[sweep]") { take_rows(10'000); }

TEST_CASE("every enclosure of a long row of few numbers holds the oracle's") {
  CAPTURE(seed);
  Random random(seed);
  Figures figures;
  for (const char* temperature : {"1", "0.7"}) {
    TestRow row{"few numbers", {}, {}, {{parse_format("bfloat16")}}};
    row.settings.accumulator = row.settings.arithmetic.format;
    row.settings.temperature = Given::from_text(temperature);
    for (int i = 0; i < 1'100; ++i) { row.add(static_cast<double>(random.whole(-40, 40)) / 4); }
    take_row(row, figures);
  }
  print(figures);
}

TEST_CASE("every enclosure of a long row of few and far numbers holds the oracle's") {
  constexpr std::array<double, 6> numbers = {-0x1.fffffep127, 3e38, 1e9, 1e9 - 64, 1, -1e9};
  CAPTURE(seed);
  Random random(seed);
  Figures figures;
  TestRow row{"few and far numbers", {}, {}, {}};
  for (int i = 0; i < 1'100; ++i) { row.add(random.any_of(numbers)); }
  take_row(row, figures);
  print(figures);
}

TEST_CASE("every enclosure of a row of 100,003 logits holds the oracle's", "[sweep]") {
  CAPTURE(seed);
  Random random(seed);
  TestRow row{"long", {}, {}, {}};
  for (int i = 0; i < 100'003; ++i) { row.add(random.between(-30, 30)); }
  Figures figures;
  const Trace t =
      trace(row.logits, row.settings, std::array{Algorithm::unshifted, Algorithm::shifted});
  for (const Run& run : t.runs) { take_run(t, run, row, figures); }
  ++figures.rows;
  print(figures);
}

}  // namespace softmax
