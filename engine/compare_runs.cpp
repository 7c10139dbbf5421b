#include "engine/compare_runs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "engine/compute.hpp"

namespace softmax {
namespace {

using Rows = std::vector<std::vector<double>>;

void require_shapes(std::size_t logits, std::size_t outputs) {
  if (outputs == logits || outputs == 1) { return; }
  throw std::invalid_argument(fmt::format(
      "{} outputs to compare with {} logit{}: give {}", outputs, logits, logits == 1 ? "" : "s",
      logits == 1 ? "one" : fmt::format("{}, or one log-sum-exp", logits)));
}

std::string one_output(std::span<const Printed> values, const char* sign, std::size_t i) {
  return fmt::format("{}, but output {} is {:.9g}", sign, i, values[i].value);
}

/// Why no run with such an output gives these, in words; empty if one may.
std::string obstacle(Output output, std::span<const Printed> values, std::size_t logits) {
  const auto first = [&](auto&& is) {
    return static_cast<std::size_t>(std::find_if(values.begin(), values.end(), is) -
                                    values.begin());
  };
  const std::size_t n = values.size();
  const std::size_t negative = first([](const Printed& p) { return p.value < 0; });
  const std::size_t positive = first([](const Printed& p) { return p.value > 0; });
  switch (output) {
    case Output::log_sum_exp:
      return n == 1 ? "" : fmt::format("one log-sum-exp, but {} outputs are given", n);
    case Output::log_probabilities:
      if (n != logits) { break; }
      return negative < n || positive == n
                 ? ""
                 : one_output(values, "log-probabilities, none above 0", positive);
    case Output::probabilities:
      if (n != logits) { break; }
      return negative == n ? "" : one_output(values, "probabilities, none below 0", negative);
  }
  return fmt::format("an output for each of {} logits, but one is given", logits);
}

Scaling scaling_of(double temperature, TemperatureOrder order) {
  if (temperature == 1) { return Scaling::none; }
  return order == TemperatureOrder::subtract_first ? Scaling::subtract_first : Scaling::scale_first;
}

/// What the run divided by: the sum, or the second value of the stream.
double normalizer_of(std::span<const Step> steps, const Rows& rows) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].stage == Stage::sum) { return rows[i][0]; }
    if (steps[i].stage == Stage::stream) { return rows[i][1]; }
  }
  return 0;
}

bool same_line(const Candidate& a, const Candidate& b) {
  return a.algorithm == b.algorithm && a.read.name == b.read.name &&
         a.stored.name == b.stored.name && a.working().name == b.working().name &&
         a.settings.temperature.text() == b.settings.temperature.text();
}

/// The runs of one choice of formats.
class Runs {
 public:
  Runs(const Question& question, const Outputs& outputs, const Candidate& base, Comparison& answer)
      : question_(question),
        outputs_(outputs.values),
        left_(outputs.temperatures(base.stored)),
        answer_(answer),
        held_(hold_logits(question.logits, base.read)),
        temperature_(hold_temperature(base.settings.temperature, base.working())),
        spread_(spread_of(held_, temperature_)) {}

  /// Where the order of T makes no other plan, one will do.
  void try_algorithm(Candidate candidate) {
    std::vector<Step> before;
    for (const TemperatureOrder order : question_.temperature_orders) {
      candidate.settings.temperature_order = order;
      const std::vector<Step> steps = plan(candidate.algorithm, temperature_ != 1, order);
      if (steps == before) { continue; }
      before = steps;
      for (const ExpSource exp : question_.exps) {
        candidate.settings.arithmetic.exp = exp;
        try_sums(candidate, steps);
      }
    }
  }

 private:
  void try_sums(Candidate candidate, const std::vector<Step>& steps) {
    const auto sum = std::find_if(steps.begin(), steps.end(),
                                  [](const Step& step) { return step.stage == Stage::sum; });
    const auto shared = static_cast<std::size_t>(sum - steps.begin());
    Rows rows =
        compute_rows(std::span(steps).first(shared), held_, temperature_, candidate.settings);
    if (sum == steps.end()) {
      judge(candidate, steps, rows);
      return;
    }
    for (const Format& accumulator : accumulators_of(question_, candidate.working())) {
      for (const SumOrder order : question_.orders) {
        candidate.settings.accumulator = accumulator;
        candidate.settings.order = order;
        rows.resize(shared);
        for (const Step& step : std::span(steps).subspan(shared)) {
          rows.push_back(compute_step(step, rows[step.first], rows[step.second], temperature_,
                                      candidate.settings));
        }
        judge(candidate, steps, rows);
      }
    }
  }

  void judge(const Candidate& candidate, std::span<const Step> steps, Rows& rows) {
    std::vector<double>& row = rows.back();
    if (candidate.stored.name != candidate.working().name) {
      for (double& value : row) { value = round_to_format(value, candidate.stored); }
    }
    ++answer_.tried;
    Attempt attempt{candidate, difference(row, outputs_, candidate.stored), Match::none, 0, {}};
    attempt.computed = row[attempt.difference.element];
    if (attempt.difference.identical()) { answer_.reproduced.push_back(candidate); }
    const bool begins =
        answer_.best.empty() || !same_line(answer_.best.back().candidate, candidate);
    if (!begins && !nearer(attempt, answer_.best.back())) { return; }
    classify(attempt, row, normalizer_of(steps, rows));
    if (!begins) { answer_.best.pop_back(); }
    answer_.best.push_back(attempt);
  }

  void classify(Attempt& attempt, std::span<const double> row, double normalizer) {
    const Candidate& candidate = attempt.candidate;
    if (attempt.difference.identical()) {
      attempt.match = Match::identical;
    } else {
      const Scaling scaling = scaling_of(temperature_, candidate.settings.temperature_order);
      attempt.allowed = allowance(candidate.algorithm, scaling, spread_, candidate.working(),
                                  candidate.stored, normalizer);
      const bool close = within(row, outputs_, attempt.allowed);
      if (close && suits_pairs(normalizer)) { attempt.match = Match::within_rounding; }
    }
    answer_.verdict = std::min(answer_.verdict, attempt.match);
  }

  /// What no pair of outputs allows is not within rounding, however many terms the sum has. A sum
  /// below 1 may be of exponentials that underflow, of which the pairs tell nothing.
  [[nodiscard]] bool suits_pairs(double normalizer) const {
    return left_ == nullptr || normalizer < 1 || left_->suits(temperature_);
  }

  const Question& question_;
  std::span<const Printed> outputs_;
  const RecoveredTemperature* left_;
  Comparison& answer_;
  std::vector<double> held_;
  double temperature_;
  Spread spread_;
};

}  // namespace

const RecoveredTemperature* Outputs::temperatures(const Format& stored) const {
  const auto found = std::find_if(left.begin(), left.end(), [&](const RecoveredTemperature& each) {
    return each.format.name == stored.name;
  });
  return found == left.end() ? nullptr : &*found;
}

Outputs outputs_of(const Question& question) {
  require_shapes(question.logits.size(), question.outputs.size());
  Outputs outputs;
  for (const Given& output : question.outputs) {
    outputs.values.push_back(printed(output, question.decimal));
  }
  for (const Algorithm algorithm : question.algorithms) {
    if (obstacle(output_of(algorithm), outputs.values, question.logits.size()).empty()) {
      outputs.algorithms.push_back(algorithm);
    }
  }
  if (outputs.algorithms.empty()) {
    const Algorithm asked = question.algorithms.front();
    throw std::invalid_argument(
        fmt::format("{} gives {}: ask for another algorithm, or for none", name(asked),
                    obstacle(output_of(asked), outputs.values, question.logits.size())));
  }
  return outputs;
}

void run_candidates(const Question& question, const Outputs& outputs, const Candidate& base,
                    Comparison& answer) {
  Runs runs(question, outputs, base, answer);
  for (const Algorithm algorithm : outputs.algorithms) {
    Candidate candidate = base;
    candidate.algorithm = algorithm;
    runs.try_algorithm(candidate);
  }
}

}  // namespace softmax
