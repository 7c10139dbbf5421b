// The ledger against hybrids made the long way: every stage after the k-th carried out anew.

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "engine/carry_out.hpp"
#include "engine/ledger.hpp"
#include "tests/engine/random.hpp"

namespace softmax {
namespace {

constexpr std::uint64_t seed = 31;

std::vector<Given> given(const std::vector<std::string>& texts) {
  std::vector<Given> logits;
  for (const std::string& text : texts) { logits.push_back(Given::from_text(text)); }
  return logits;
}

std::vector<Certified> certified(std::span<const double> held) {
  return each(held, [](double value) { return Certified(value); });
}

/// ln p_j with the stages 1 to k as computed and all others exact.
Certified log_hybrid(const Run& run, const Trace& t, std::size_t k, std::size_t j) {
  std::vector<std::vector<Certified>> rows;
  for (std::size_t stage = 0; stage < run.stages.size(); ++stage) {
    const StageRow& row = run.stages[stage];
    rows.push_back(stage <= k
                       ? certified(row.computed)
                       : carry_out<Certified>(row.step, rows[row.step.first], rows[row.step.second],
                                              Certified(t.temperature), t.settings.order));
  }
  switch (output_of(run.algorithm)) {
    case Output::probabilities:
      return log(rows.back()[j]);
    case Output::log_probabilities:
      return rows.back()[j];
    case Output::log_sum_exp:
      break;
  }
  return Certified(run.stages[0].computed[j]) / Certified(t.temperature) - rows.back()[0];
}

/// Both enclose the same real: their midpoints are no farther apart than their radii.
bool agree(const Certified& a, const Certified& b) {
  const Certified difference = a - b;
  return difference.zero() || (difference.finite() && !difference.sign().has_value());
}

void require_ledger(const Trace& t, std::size_t j) {
  for (const Run& run : t.runs) {
    CAPTURE(name(run.algorithm), j);
    const std::vector<LedgerEntry> entries = ledger(run, t, j);
    REQUIRE(entries.size() == run.stages.size() - 1);
    bool finite = true;  // null from the first hybrid that is not finite and positive
    for (const LedgerEntry& entry : entries) {
      const Certified after = log_hybrid(run, t, entry.stage, j);
      finite = finite && after.finite();
      CAPTURE(entry.stage);
      REQUIRE(entry.change.has_value() == finite);
      if (finite) { REQUIRE(agree(*entry.change, after - log_hybrid(run, t, entry.stage - 1, j))); }
    }
  }
}

}  // namespace

TEST_CASE("each entry of the ledger is the difference of two recomputed hybrids") {
  CAPTURE(seed);
  Random random(seed);
  const std::vector<const char*> formats = {"e5m2", "bfloat16", "binary16", "binary32", "binary64"};
  for (int trial = 0; trial < 60; ++trial) {
    Settings settings{{parse_format(random.any_of(formats))}};
    settings.accumulator = settings.arithmetic.format;
    settings.order = random.coin() ? SumOrder::pairwise : SumOrder::sequential;
    settings.temperature = Given::from_text(random.coin() ? "1" : "0.7");
    settings.temperature_order =
        random.coin() ? TemperatureOrder::subtract_first : TemperatureOrder::scale_first;
    std::vector<Given> logits;
    const auto n = static_cast<std::size_t>(random.whole(1, 12));
    for (std::size_t i = 0; i < n; ++i) {
      logits.push_back(random.whole(0, 9) == 0 ? Given::from_text("-inf")
                                               : Given::from_double(random.between(-20, 20)));
    }
    logits.push_back(Given::from_text("1.5"));  // never all masked
    const Trace t = trace(logits, settings, all_algorithms);
    require_ledger(t, static_cast<std::size_t>(random.whole(0, static_cast<std::int64_t>(n))));
  }
}

TEST_CASE("nothing is entered past an infinity, and what came before it is") {
  const Trace t = trace(given({"1000", "999"}), Settings{}, std::array{Algorithm::unshifted});
  const std::vector<LedgerEntry> entries = ledger(t.runs[0], t, 0);
  REQUIRE(entries.size() == 3);
  for (const LedgerEntry& entry : entries) { CHECK_FALSE(entry.change.has_value()); }

  // The sum overflows and not its addends: the exponentials still have their entry.
  const Trace sum = trace(given({"88", "88", "88"}), Settings{}, std::array{Algorithm::unshifted});
  const std::vector<LedgerEntry> partly = ledger(sum.runs[0], sum, 0);
  CHECK(partly[0].change.has_value());
  CHECK_FALSE(partly[1].change.has_value());
  CHECK_FALSE(partly[2].change.has_value());
}

TEST_CASE("the entries add up to the change of ln p from certified to computed") {
  const Trace t = trace(given({"0.1", "0.2", "3"}), Settings{}, std::array{Algorithm::shifted});
  const StageRow& last = t.runs[0].stages.back();
  Certified total;
  for (const LedgerEntry& entry : ledger(t.runs[0], t, 1)) { total = total + *entry.change; }
  CHECK(agree(total, log(Certified(last.computed[1])) - log(last.reference[1])));
  CHECK_FALSE(agree(total, Certified()));
}

TEST_CASE("reading costs nothing where every logit and T is a number of the format") {
  const Trace t = trace(given({"0.5", "2"}), Settings{}, std::array{Algorithm::shifted});
  REQUIRE(cost_of_reading(t, 1).has_value());
  CHECK(cost_of_reading(t, 1)->zero());
}

TEST_CASE("reading two logits costs the log-odds that their rounding changed") {
  // p_1 = 1/(1 + e^(z_0 - z_1)), so ln p_1 changes by -ln(1 + e^d') + ln(1 + e^d).
  Settings settings{{parse_format("bfloat16")}, parse_format("bfloat16")};
  const Trace t = trace(given({"0.1", "2.7"}), settings, std::array{Algorithm::unshifted});
  const auto softplus = [](const Certified& d) { return log(Certified(1.0) + exp(d)); };
  const std::vector<double>& held = t.runs[0].stages[0].computed;
  const Certified before = Given::from_text("0.1").value() - Given::from_text("2.7").value();
  const Certified after = Certified(held[0]) - Certified(held[1]);
  CHECK(agree(*cost_of_reading(t, 1), softplus(before) - softplus(after)));
  CHECK(abs(*cost_of_reading(t, 1)) > Certified(1e-5));
}

TEST_CASE("rounding T is a cost of reading, and a masked logit has none") {
  Settings settings;
  settings.temperature = Given::from_text("0.7");
  const Trace t = trace(given({"1", "2", "-inf"}), settings, std::array{Algorithm::shifted});
  CHECK_FALSE(cost_of_reading(t, 1)->zero());
  CHECK_FALSE(cost_of_reading(t, 2).has_value());
}

}  // namespace softmax
