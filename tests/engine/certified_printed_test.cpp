// Every printed reference, radius and ulp is right to its last digit, by the oracle, over the same
// seeded rows. 10,000 rows are a sweep; 300 of them run every time.

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <iostream>
#include <optional>
#include <string>

#include "engine/cell.hpp"
#include "engine/errors.hpp"
#include "tests/engine/oracle_printed.hpp"
#include "tests/engine/oracle_rows.hpp"
#include "tests/engine/oracle_trace.hpp"

namespace softmax {
namespace {

using oracle::Interval;
using oracle::TestRow;
using oracle::Truth;

constexpr std::uint64_t seed = 20210405;

struct Figures {
  std::size_t rows = 0;
  std::size_t references = 0;
  std::size_t errors = 0;
  std::size_t zero_errors = 0;  ///< printed as 0 without being it: below what the radius can see
  std::size_t fewer = 0;        ///< errors of fewer than 6 certain digits
  std::size_t undecided = 0;    ///< errors left out: their ulp or their sign is in doubt
};

/// An enclosure that gave up ("undefined") and one beyond e^(2.3e8) have no errors.
bool measurable(double computed, const Witness& reference, const Witness& local) {
  return std::isfinite(computed) && reference.sign() && local.finite();
}

/// An error is its 6 digits, or as many as its radius leaves certain. "0" is below 10^-12; no text
/// is for what has no certain digit and may be more.
std::string fault_of_error(const std::string& text, const Interval& error, const Witness& c,
                           Figures& figures) {
  ++figures.errors;
  if (text.empty()) {
    ++figures.undecided;
    const bool below = abs(error).below(Interval(1e-12)) && c.relative_radius() < 0.05;
    const bool certain = !fault_of_digits("", error, 1, Interval::radius_of(c)).empty();
    return below || certain ? "nothing for " + error.text() : "";
  }
  if (text.find_first_not_of("+-.0123456789e") != std::string::npos) {
    return text + " is no number, for " + error.text();
  }
  if (oracle::shown_digits(text) == 0) {
    figures.zero_errors += error.is_zero() ? 0U : 1U;
    return abs(error).below(Interval(1e-12)) ? "" : "0 for " + error.text();
  }
  figures.fewer += right_to(text, error, 6) ? 0U : 1U;
  return fault_of_digits(text, error, 6, Interval::radius_of(c));
}

std::string fault_of_errors(const Cell& text, double computed, const Truth& reference,
                            const Truth& local, const ErrorsIn<Witness>& certified,
                            const Format& format, Figures& figures) {
  const Interval exact = reference.everything();
  const Interval unit = ulp(exact, format);
  const Interval held(computed);
  const Interval stage = local.everything();
  const auto fault = [&](const char* which, const std::string& shown, const Interval& error,
                         const Witness& c) {
    const std::string wrong = fault_of_error(shown, error / unit, c, figures);
    return wrong.empty() ? "" : which + wrong + "; ";
  };
  return fault("error ", text.error_ulp, held - exact, certified.total) +
         fault("local ", text.local_ulp, held - stage, certified.local) +
         fault("inherited ", text.inherited_ulp, stage - exact, certified.inherited);
}

std::string fault_of_cell(const Trace& t, const Run& run, std::size_t stage, std::size_t i,
                          const oracle::TrueRow& truth, Figures& figures) {
  const StageRow& row = run.stages[stage];
  const Witness reference = row.reference.witness(i);
  const Cell text = cell(t, run, stage, i);
  ++figures.references;
  const std::string fault = fault_of_decimal(text.reference, reference, truth.reference[i], 30);
  if (!fault.empty()) { return "reference " + fault; }
  if (!measurable(row.computed[i], reference, row.local.witness(i))) {
    const bool none =
        text.error_ulp.empty() && text.local_ulp.empty() && text.inherited_ulp.empty();
    return none ? "" : "an error where there is none";
  }
  return fault_of_errors(text, row.computed[i], truth.reference[i], truth.local[i],
                         *errors_in<Witness>(row, i, t.format()), t.format(), figures);
}

void take_run(const Trace& t, const Run& run, const TestRow& row, Figures& figures) {
  const std::vector<oracle::TrueRow> truths = true_rows(t, run, row.exactly);
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    for (std::size_t i = 0; i < run.stages[stage].computed.size(); ++i) {
      const std::string fault = fault_of_cell(t, run, stage, i, truths[stage], figures);
      if (fault.empty()) { continue; }
      FAIL_CHECK(name(run.algorithm)
                 << ", stage " << stage << " " << name(run.stages[stage].step.stage) << ", element "
                 << i << ": " << fault);
    }
  }
}

void take_rows(int count) {
  CAPTURE(seed);
  Random random(seed);
  Figures f;
  for (int i = 0; i < count; ++i) {
    const TestRow row = oracle::test_row(i, random);
    CAPTURE(describe(row));
    const Trace t = trace(row.logits, row.settings, all_algorithms);
    for (const Run& run : t.runs) { take_run(t, run, row, f); }
    ++f.rows;
  }
  std::cout << fmt::format(
      "seed {}: {} rows, {} references and {} errors right to the last digit; of the errors {} "
      "have fewer than 6 certain digits, {} are 0 in print alone, {} are left out\n",
      seed, f.rows, f.references, f.errors, f.fewer, f.zero_errors, f.undecided);
}

}  // namespace

TEST_CASE("every printed digit of 300 rows is right") { take_rows(300); }

TEST_CASE("every printed digit of 10,000 rows is right", "[sweep]") { take_rows(10'000); }

}  // namespace softmax
