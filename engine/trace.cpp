#include "engine/trace.hpp"

#include <array>

#include "engine/compute.hpp"
#include "engine/exact_rows.hpp"
#include "engine/stages.hpp"

namespace softmax {
namespace {

/// What every step reads besides rows.
struct Held {
  HeldRow logits;
  double temperature = 1;
  Alike alike;
};

Held hold(const SharedRow<Given>& logits, const Settings& settings) {
  const Format& format = settings.arithmetic.format;
  const HeldRow held = hold_logits(logits, format);
  return {held, hold_temperature(settings.temperature, format),
          Alike(std::span<const double>(held))};
}

/// The plan whose exact result serves every algorithm with that output: subtraction first keeps
/// every exponent small, and equal logits exact (p = 1/n).
std::vector<Step> best_conditioned_plan(Output output, bool scaled) {
  constexpr std::array best = {Algorithm::shifted, Algorithm::log_softmax, Algorithm::log_sum_exp};
  return plan(best.at(static_cast<std::size_t>(output)), scaled, TemperatureOrder::subtract_first);
}

struct PlanInExact {
  std::vector<Step> steps;
  std::shared_ptr<const ExactPlan> exact;
};

/// Best-conditioned plans, one for each kind of output, made when first asked for.
class SharedPlans {
 public:
  explicit SharedPlans(const Held& held) : held_(held) {}

  [[nodiscard]] bool scaled() const { return held_.temperature != 1; }

  const PlanInExact& best(Output output) {
    PlanInExact& plan = plans_.at(static_cast<std::size_t>(output));
    if (!plan.exact) { plan = carry_out_exactly(best_conditioned_plan(output, scaled())); }
    return plan;
  }

  /// The algorithm's own plan; the best one where it is the same.
  PlanInExact of(Algorithm algorithm, TemperatureOrder order) {
    const std::vector<Step> steps = plan(algorithm, scaled(), order);
    const PlanInExact& shared = best(output_of(algorithm));
    return steps == shared.steps ? shared : carry_out_exactly(steps);
  }

 private:
  [[nodiscard]] PlanInExact carry_out_exactly(const std::vector<Step>& steps) const {
    return {steps, exact_plan(steps, held_.logits, held_.temperature, held_.alike)};
  }

  const Held& held_;
  std::array<PlanInExact, 3> plans_;
};

Run run_algorithm(Algorithm algorithm, const Trace& trace, const Held& held, SharedPlans& plans,
                  const Progress& progress) {
  const PlanInExact own = plans.of(algorithm, trace.settings.temperature_order);
  const PlanInExact& best = plans.best(output_of(algorithm));
  const CertifiedRow given = given_row(trace.logits);
  Run run{algorithm, {{own.steps[0], held.logits, given, given}}};
  Settings settings = trace.settings;
  settings.arithmetic.ziv.undecided = &run.undecided;
  for (std::size_t k = 1; k < own.steps.size(); ++k) {
    const Step& step = own.steps[k];
    const bool last = k + 1 == own.steps.size();
    const HeldRow& x = run.stages[step.first].computed;
    const HeldRow& y = run.stages[step.second].computed;
    StageRow row{step, compute_step(step, x, y, held.temperature, settings, held.alike), {}, {}};
    row.reference =
        last ? reference_row(best.exact, best.steps.size() - 1) : reference_row(own.exact, k);
    const ComputedInputs inputs = {x, reads_second(step.stage) ? y : HeldRow{}, held.temperature};
    row.local = local_row(own.exact, k, inputs, row.reference);
    run.stages.push_back(std::move(row));
    progress(static_cast<double>(k) / static_cast<double>(own.steps.size() - 1));
  }
  return run;
}

}  // namespace

std::size_t undecided_roundings(const Trace& trace) {
  std::size_t count = 0;
  for (const Run& run : trace.runs) { count += run.undecided; }
  return count;
}

Trace trace(std::vector<Given> logits, const Settings& settings,
            std::span<const Algorithm> algorithms, const Progress& progress) {
  const SharedRow<Given> given = std::move(logits);
  const Held held = hold(given, settings);
  Trace result{given, settings, held.temperature, held.alike, {}};
  SharedPlans plans(held);
  for (std::size_t i = 0; i < algorithms.size(); ++i) {
    const Progress part = [&](double share) {
      if (progress) {
        progress((static_cast<double>(i) + share) / static_cast<double>(algorithms.size()));
      }
    };
    result.runs.push_back(run_algorithm(algorithms[i], result, held, plans, part));
  }
  return result;
}

}  // namespace softmax
