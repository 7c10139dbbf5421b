#include "engine/trace.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "engine/carry_out.hpp"
#include "engine/compute.hpp"

namespace softmax {
namespace {

using Certifieds = std::vector<Certified>;

Certified undefined() { return Certified(std::numeric_limits<double>::quiet_NaN()); }

bool is_undefined(const Certified& x) { return x.undefined(); }

/// What every step reads besides rows.
struct Held {
  std::vector<double> logits;
  Certifieds exactly;  ///< the same, certified: what every reference starts from
  double temperature;
};

Held read(std::span<const Given> logits, const Settings& settings) {
  const Format& format = settings.arithmetic.format;
  Held held{hold_logits(logits, format), {}, hold_temperature(settings.temperature, format)};
  held.exactly = certify(held.logits);
  return held;
}

/// A step in exact arithmetic, in which the order of a sum does not matter.
Certifieds certify_step(const Step& step, std::span<const Certified> x,
                        std::span<const Certified> y, const Held& held) {
  return carry_out<Certified>(step, x, y, Certified(held.temperature), SumOrder::sequential);
}

bool same_rows(std::span<const Certified> a, std::span<const Certified> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Certified& p, const Certified& q) { return p.same(q); });
}

/// What a reference stage starts from. The reference of read itself is the given decimal.
const Certifieds& exact_input(std::size_t index, const std::vector<StageRow>& rows,
                              const Held& held) {
  return index == 0 ? held.exactly : rows[index].reference;
}

/// The exact values of a step on the inputs it really got. Where those are the reference's own
/// inputs, its results are the reference's: exps are dear, so they are not taken twice.
Certifieds certify_local(const Step& step, const std::vector<StageRow>& rows,
                         const Certifieds& reference, const Held& held) {
  const Certifieds& exact = exact_input(step.first, rows, held);
  const Certifieds x = certify(rows[step.first].computed);
  const Certifieds y =
      reads_second(step.stage) ? certify(rows[step.second].computed) : Certifieds{};
  const bool same_second =
      !reads_second(step.stage) || same_rows(y, exact_input(step.second, rows, held));
  if (same_second && same_rows(x, exact)) { return reference; }
  if (is_reduction(step.stage) && std::any_of(x.begin(), x.end(), is_undefined)) {
    return Certifieds(reference.size(), undefined());  // an infinity or a NaN came in
  }
  if (!same_second || is_reduction(step.stage)) { return certify_step(step, x, y, held); }
  Certifieds result(reference);
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (!x[i].same(exact[i])) { result[i] = certify_step(step, std::span(&x[i], 1), y, held)[0]; }
  }
  return result;
}

/// The maximum less itself is zero, exactly, though its enclosure alone does not tell. (Logits that
/// differ do so by 2^-53 at least, so that they have not one enclosure.)
void subtract_max_from_itself(Certifieds& row, const Certifieds& x, const Certified& max_logit) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (max_logit.finite() && x[i].same_enclosure(max_logit)) { row[i] = Certified(); }
  }
}

/// The row of a step in exact arithmetic on what the algorithm itself would hold exactly.
Certifieds certify_reference(const Step& step, const std::vector<Step>& steps,
                             const Certifieds& first, const Certifieds& second, const Held& held) {
  Certifieds row = certify_step(step, first, second, held);
  if (step.stage == Stage::subtract && steps[step.second].stage == Stage::max) {
    subtract_max_from_itself(row, first, second[0]);
  }
  return row;
}

/// The reference rows of an algorithm: its plan in exact arithmetic on the held values.
std::vector<Certifieds> certify_plan(const std::vector<Step>& steps, const Held& held) {
  std::vector<Certifieds> rows = {held.exactly};
  for (std::size_t i = 1; i < steps.size(); ++i) {
    rows.push_back(
        certify_reference(steps[i], steps, rows[steps[i].first], rows[steps[i].second], held));
  }
  return rows;
}

/// The plan whose exact result serves every algorithm with that output: subtraction first keeps
/// every exponent small, and equal logits exact (p = 1/n).
std::vector<Step> best_conditioned_plan(Output output, bool scaled) {
  constexpr std::array best = {Algorithm::shifted, Algorithm::log_softmax, Algorithm::log_sum_exp};
  return plan(best.at(static_cast<std::size_t>(output)), scaled, TemperatureOrder::subtract_first);
}

/// Certified last rows, one for each kind of output, made when first asked for.
class SharedReferences {
 public:
  SharedReferences(const Held& held, bool scaled) : held_(held), scaled_(scaled) {}

  const std::vector<Certifieds>& rows(Output output) {
    std::vector<Certifieds>& rows = rows_.at(static_cast<std::size_t>(output));
    if (rows.empty()) { rows = certify_plan(best_conditioned_plan(output, scaled_), held_); }
    return rows;
  }

 private:
  const Held& held_;
  bool scaled_;
  std::array<std::vector<Certifieds>, 3> rows_;
};

StageRow read_row(std::span<const Given> logits, const Held& held) {
  Certifieds given;
  given.reserve(logits.size());
  for (const Given& logit : logits) { given.push_back(logit.value()); }
  return {{Stage::read}, held.logits, given, given};
}

Run run_algorithm(Algorithm algorithm, const Trace& trace, const Held& held,
                  SharedReferences& shared, const Progress& progress) {
  const bool scaled = held.temperature != 1;
  const std::vector<Step> steps = plan(algorithm, scaled, trace.settings.temperature_order);
  const std::vector<Certifieds>& best = shared.rows(output_of(algorithm));
  const bool is_best = steps == best_conditioned_plan(output_of(algorithm), scaled);
  Run run{algorithm, {read_row(trace.logits, held)}};
  for (std::size_t i = 1; i < steps.size(); ++i) {
    const Step& step = steps[i];
    const bool last = i + 1 == steps.size();
    StageRow row{step, {}, {}, {}};
    row.computed = compute_step(step, run.stages[step.first].computed,
                                run.stages[step.second].computed, held.temperature, trace.settings);
    if (is_best || last) {
      row.reference = is_best ? best[i] : best.back();
    } else {
      row.reference = certify_reference(step, steps, exact_input(step.first, run.stages, held),
                                        exact_input(step.second, run.stages, held), held);
    }
    row.local = certify_local(step, run.stages, row.reference, held);
    run.stages.push_back(std::move(row));
    progress(static_cast<double>(i) / static_cast<double>(steps.size() - 1));
  }
  return run;
}

}  // namespace

std::vector<Certified> certify(std::span<const double> held) {
  return each(held, [](double value) { return Certified(value); });
}

Trace trace(std::vector<Given> logits, const Settings& settings,
            std::span<const Algorithm> algorithms, const Progress& progress) {
  const Held held = read(logits, settings);
  Trace result{std::move(logits), settings, held.temperature, {}};
  SharedReferences shared(held, held.temperature != 1);
  for (std::size_t i = 0; i < algorithms.size(); ++i) {
    const Progress part = [&](double share) {
      if (progress) {
        progress((static_cast<double>(i) + share) / static_cast<double>(algorithms.size()));
      }
    };
    result.runs.push_back(run_algorithm(algorithms[i], result, held, shared, part));
  }
  return result;
}

}  // namespace softmax
