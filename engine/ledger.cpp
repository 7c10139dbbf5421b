#include "engine/ledger.hpp"

#include <algorithm>
#include <map>

#include "engine/carry_out.hpp"

namespace softmax {
namespace {

using Certifieds = std::vector<Certified>;

/// ln p_j from what the last stage holds; empty where p_j is not finite and positive.
std::optional<Certified> log_probability(Output output, const Certified& last,
                                         const Certified& logit_over_t) {
  switch (output) {
    case Output::probabilities:
      return last.sign() == 1 ? std::optional(log(last)) : std::nullopt;
    case Output::log_probabilities:
      return last.finite() ? std::optional(last) : std::nullopt;
    case Output::log_sum_exp:
      break;
  }
  const Certified difference = logit_over_t - last;
  return difference.finite() ? std::optional(difference) : std::nullopt;
}

/// A run whose first stages are the computed ones and whose others are exact. Values are made
/// when they are asked for: most hybrids need no exponential but p_j's own.
class Hybrid {
 public:
  Hybrid(const Run& run, std::size_t computed, const Certified& temperature)
      : run_(run), computed_(computed), temperature_(temperature) {}

  Certified at(std::size_t stage, std::size_t i) {
    const StageRow& row = run_.stages[stage];
    if (stage <= computed_) { return Certified(row.computed[i]); }
    if (stage == computed_ + 1) { return row.local[i]; }
    if (is_reduction(row.step.stage)) { return whole(stage)[i]; }
    const Certified x = at(row.step.first, i);
    return carry_out<Certified>(row.step, std::span(&x, 1), second(row.step), temperature_,
                                SumOrder::sequential)[0];
  }

 private:
  /// All values of a row: what a reduction reads, or what it results in.
  const Certifieds& whole(std::size_t stage) {
    if (const auto made = made_.find(stage); made != made_.end()) { return made->second; }
    const Step& step = run_.stages[stage].step;
    Certifieds row;
    if (is_reduction(step.stage) && stage > computed_ + 1) {
      row = carry_out<Certified>(step, whole(step.first), {}, temperature_, SumOrder::sequential);
    } else {
      for (std::size_t i = 0; i < run_.stages[stage].computed.size(); ++i) {
        row.push_back(at(stage, i));
      }
    }
    return made_.emplace(stage, std::move(row)).first->second;
  }

  std::span<const Certified> second(const Step& step) {
    return reads_second(step.stage) ? std::span<const Certified>(whole(step.second))
                                    : std::span<const Certified>();
  }

  const Run& run_;
  std::size_t computed_;
  Certified temperature_;
  std::map<std::size_t, Certifieds> made_;
};

/// A stage whose every result is its exact one changes nothing.
bool is_exact(const StageRow& row) {
  return std::equal(
      row.computed.begin(), row.computed.end(), row.local.begin(),
      [](double computed, const Certified& exact) { return Certified(computed).same(exact); });
}

/// What the last stage of the hybrid holds of element j.
Certified last_value(const Run& run, const Trace& trace, std::size_t computed, std::size_t j) {
  const std::size_t last = run.stages.size() - 1;
  const std::size_t i = output_of(run.algorithm) == Output::log_sum_exp ? 0 : j;
  return Hybrid(run, computed, Certified(trace.temperature)).at(last, i);
}

std::optional<Certified> difference(const std::optional<Certified>& a,
                                    const std::optional<Certified>& b) {
  return a && b ? std::optional(*a - *b) : std::nullopt;
}

/// The exact ln p_j of the held logits, as the trace has it.
std::optional<Certified> held_log_probability(const Run& run, const Trace& trace, std::size_t j) {
  const Output output = output_of(run.algorithm);
  const Certified logit = Certified(run.stages[0].computed[j]) / Certified(trace.temperature);
  const std::size_t i = output == Output::log_sum_exp ? 0 : j;
  return log_probability(output, run.stages.back().reference[i], logit);
}

/// The exact ln p_j of certified logits.
std::optional<Certified> exact_log_probability(const Certifieds& logits,
                                               const Certified& temperature, std::size_t j) {
  std::vector<Certifieds> rows = {logits};
  const std::vector<Step> steps =
      plan(Algorithm::log_softmax, true, TemperatureOrder::subtract_first);
  for (std::size_t k = 1; k < steps.size(); ++k) {
    rows.push_back(carry_out<Certified>(steps[k], rows[steps[k].first], rows[steps[k].second],
                                        temperature, SumOrder::sequential));
  }
  return log_probability(Output::log_probabilities, rows.back()[j], {});
}

}  // namespace

std::vector<LedgerEntry> ledger(const Run& run, const Trace& trace, std::size_t j) {
  const Output output = output_of(run.algorithm);
  const Certified logit = Certified(run.stages[0].computed[j]) / Certified(trace.temperature);
  std::optional<Certified> before = held_log_probability(run, trace, j);
  std::vector<LedgerEntry> entries;
  for (std::size_t k = 1; k < run.stages.size(); ++k) {
    if (before && is_exact(run.stages[k])) {
      entries.push_back({k, Certified()});
      continue;
    }
    // Once there is no p_j there is none again.
    const std::optional<Certified> after =
        before ? log_probability(output, last_value(run, trace, k, j), logit) : std::nullopt;
    entries.push_back({k, difference(after, before)});
    before = after;
  }
  return entries;
}

std::optional<Certified> cost_of_reading(const Trace& trace, std::size_t j) {
  const StageRow& read = trace.runs.front().stages.front();
  const Certified temperature = trace.settings.temperature.value();
  const Certified held_temperature(trace.temperature);
  if (is_masked(read.reference[j])) { return std::nullopt; }
  if (is_exact(read) && temperature.same(held_temperature)) { return Certified(); }
  std::optional<Certified> held = held_log_probability(trace.runs.front(), trace, j);
  if (!held) {  // p_j beyond range, but not its logarithm: another row of exps
    held = exact_log_probability(certify(read.computed), held_temperature, j);
  }
  return difference(held, exact_log_probability(read.reference, temperature, j));
}

}  // namespace softmax
