#include "engine/ledger.hpp"

#include <algorithm>
#include <map>

#include "engine/certified_arithmetic.hpp"
#include "engine/exact_run.hpp"
#include "engine/number_text.hpp"

namespace softmax {
namespace {

template <class Number>
Number number_of(const Given& given) {
  if constexpr (std::is_same_v<Number, Witness>) {
    return given.witness();
  } else {
    return given.value();
  }
}

/// ln p_j from what the last stage holds; empty where p_j is not finite and positive.
template <class Number>
std::optional<Number> log_probability(Output output, const Number& last,
                                      const Number& logit_over_t) {
  switch (output) {
    case Output::probabilities:
      return last.sign() == 1 ? std::optional(log(last)) : std::nullopt;
    case Output::log_probabilities:
      return last.finite() ? std::optional(last) : std::nullopt;
    case Output::log_sum_exp:
      break;
  }
  const Number difference = logit_over_t - last;
  return difference.finite() ? std::optional(difference) : std::nullopt;
}

/// A run whose first stages are the computed ones and whose others are exact. Elements are made
/// when they are asked for, and what a stage holds once is kept.
template <class Number>
class Hybrid {
 public:
  Hybrid(const Run& run, const Trace& trace, std::size_t computed)
      : run_(run), computed_(computed), temperature_(trace.temperature), alike_(trace.alike) {}

  Number at(std::size_t stage, std::size_t i) {
    const StageRow& row = run_.stages[stage];
    if (stage <= computed_) { return Number(row.computed[i]); }
    if (stage == computed_ + 1) { return value_in<Number>(row.local, i); }
    if (is_reduction(row.step.stage)) { return held_once(stage)[i]; }
    const std::size_t from = run_.stages[row.step.first].computed.size() == 1 ? 0 : i;
    const std::span<const Number> y =
        reads_second(row.step.stage) ? held_once(row.step.second) : std::span<const Number>();
    return carry_out_element<Number>(row.step, at(row.step.first, from), y, temperature_);
  }

 private:
  /// The one value of a stage, or the two of a stream.
  std::span<const Number> held_once(std::size_t stage) {
    if (const auto made = made_.find(stage); made != made_.end()) { return made->second; }
    const StageRow& row = run_.stages[stage];
    std::vector<Number> values;
    if (is_reduction(row.step.stage) && stage > computed_ + 1) {
      values = reduce_exactly<Number>(
          row.step, run_.stages[row.step.first].computed.size(),
          [&](std::size_t i) { return at(row.step.first, i); }, temperature_, alike_);
    } else {
      for (std::size_t i = 0; i < row.computed.size(); ++i) { values.push_back(at(stage, i)); }
    }
    return made_.emplace(stage, std::move(values)).first->second;
  }

  const Run& run_;
  std::size_t computed_;
  Number temperature_;
  const Alike& alike_;
  std::map<std::size_t, std::vector<Number>> made_;
};

/// A stage whose every result is its exact one changes nothing.
bool is_exact(const StageRow& row) {
  for (std::size_t i = 0; i < row.computed.size(); ++i) {
    if (!Certified(row.computed[i]).same(row.local[i])) { return false; }
  }
  return true;
}

/// What the last stage of the hybrid holds of element j.
template <class Number>
Number last_value(const Run& run, const Trace& trace, std::size_t computed, std::size_t j) {
  const std::size_t last = run.stages.size() - 1;
  const std::size_t i = output_of(run.algorithm) == Output::log_sum_exp ? 0 : j;
  return Hybrid<Number>(run, trace, computed).at(last, i);
}

template <class Number>
std::optional<Number> difference(const std::optional<Number>& a, const std::optional<Number>& b) {
  return a && b ? std::optional<Number>(*a - *b) : std::nullopt;
}

template <class Number>
Number logit_over_t(const Run& run, const Trace& trace, std::size_t j) {
  return Number(run.stages[0].computed[j]) / Number(trace.temperature);
}

/// The exact ln p_j of the held logits, as the trace has it.
template <class Number>
std::optional<Number> held_log_probability(const Run& run, const Trace& trace, std::size_t j) {
  const Output output = output_of(run.algorithm);
  const std::size_t i = output == Output::log_sum_exp ? 0 : j;
  return log_probability(output, value_in<Number>(run.stages.back().reference, i),
                         logit_over_t<Number>(run, trace, j));
}

/// The exact ln p_j of any logits: (z_j - max)/T - ln sum e^((z - max)/T).
template <class Number, class Logit>
std::optional<Number> exact_log_probability(std::size_t count, Logit&& logit,
                                            const Number& temperature, std::size_t j) {
  const Step stream{Stage::stream, 0, 0, true};
  const std::vector<Number> state = reduce_exactly<Number>(stream, count, logit, temperature, {});
  const Number scaled = (logit(j) - state[0]) / temperature;
  return log_probability<Number>(Output::log_probabilities, scaled - log(state[1]), {});
}

/// Calls use(stage, change) for every stage of the run but read.
template <class Number, class Use>
void each_entry(const Run& run, const Trace& trace, std::size_t j, Use&& use) {
  const Output output = output_of(run.algorithm);
  const auto logit = logit_over_t<Number>(run, trace, j);
  std::optional<Number> before = held_log_probability<Number>(run, trace, j);
  for (std::size_t k = 1; k < run.stages.size(); ++k) {
    if (before && is_exact(run.stages[k])) {
      use(k, std::optional<Number>(Number()));
      continue;
    }
    // Once there is no p_j there is none again.
    const std::optional<Number> after =
        before ? log_probability(output, last_value<Number>(run, trace, k, j), logit)
               : std::nullopt;
    use(k, difference(after, before));
    before = after;
  }
}

template <class Number>
std::optional<Number> reading_cost(const Trace& trace, std::size_t j) {
  const Run& run = trace.runs.front();
  const StageRow& read = run.stages.front();
  const auto given = number_of<Number>(trace.settings.temperature);
  const Number held_temperature(trace.temperature);
  if (is_masked(read.reference[j])) { return std::nullopt; }
  if (is_exact(read) && given.same(held_temperature)) { return Number(); }
  const std::size_t n = read.computed.size();
  std::optional<Number> held = held_log_probability<Number>(run, trace, j);
  if (!held) {  // p_j beyond range, but not its logarithm
    const auto logit = [&](std::size_t i) { return Number(read.computed[i]); };
    held = exact_log_probability<Number>(n, logit, held_temperature, j);
  }
  const auto logit = [&](std::size_t i) { return value_in<Number>(read.reference, i); };
  return difference(held, exact_log_probability<Number>(n, logit, given, j));
}

}  // namespace

std::vector<LedgerEntry> ledger(const Run& run, const Trace& trace, std::size_t j) {
  std::vector<LedgerEntry> entries;
  each_entry<Certified>(run, trace, j, [&](std::size_t k, const std::optional<Certified>& change) {
    entries.push_back({k, change});
  });
  return entries;
}

std::vector<LedgerText> ledger_text(const Run& run, const Trace& trace, std::size_t j, int digits) {
  std::vector<LedgerText> entries;
  bool complete = true;
  const auto take = [&](std::size_t k, const auto& change) {
    const NumberText text = change ? number_text(*change, digits) : NumberText{"", true};
    complete = complete && text.complete;
    entries.push_back({k, text.digits, change.has_value()});
  };
  each_entry<Certified>(run, trace, j, take);
  if (!complete) {
    entries.clear();
    each_entry<Witness>(run, trace, j, take);
  }
  return entries;
}

std::optional<Certified> cost_of_reading(const Trace& trace, std::size_t j) {
  return reading_cost<Certified>(trace, j);
}

std::string cost_of_reading_text(const Trace& trace, std::size_t j, int digits) {
  const std::optional<Certified> cost = reading_cost<Certified>(trace, j);
  if (!cost) { return ""; }
  const NumberText text = number_text(*cost, digits);
  return text.complete ? text.digits
                       : number_text(reading_cost<Witness>(trace, j).value(), digits).digits;
}

}  // namespace softmax
