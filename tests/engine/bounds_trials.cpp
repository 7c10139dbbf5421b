#include "tests/engine/bounds_trials.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "engine/compute.hpp"

namespace softmax::trials {
namespace {

/// Numbers from 0 to 1: all 0, evenly spread, or most of them near 0 or near 1; some in order.
std::vector<double> random_shape(Random& random, std::size_t n) {
  const std::int64_t kind = random.whole(0, 7);
  std::vector<double> shape;
  for (std::size_t i = 0; i < n; ++i) {
    const double x = random.unit();
    const double small = x * x * x * x;
    shape.push_back(kind == 0 ? 0 : kind == 1 ? small : kind == 2 ? 1 - small : x);
  }
  if (kind == 3) { std::sort(shape.begin(), shape.end()); }
  return shape;
}

/// Logits of the format, as wide as its range of exponents lets exponentials be.
std::vector<Given> random_logits(Random& random, std::size_t n, const Format& format) {
  const double width = random.between(0, std::min(20.0, -0.6 * format.emin)) * random.unit();
  const double lowest = random.between(-1, 1) * std::min(4.0, width) - width / 2;
  std::vector<Given> logits;
  for (const double x : random_shape(random, n)) {
    logits.push_back(Given::from_double(round_to_format(lowest + width * x, format)));
  }
  return logits;
}

/// Masks an eighth of the logits, but not the first.
void mask_some(Random& random, std::vector<Given>& logits) {
  for (std::size_t i = 1; i < logits.size(); ++i) {
    if (random.whole(0, 7) == 0) {
      logits[i] = Given::from_double(-std::numeric_limits<double>::infinity());
    }
  }
}

/// The run as trace() makes it, but for references that bounds do not read.
Run computed_run(const Trace& trace, Algorithm algorithm) {
  const Settings& settings = trace.settings;
  const std::vector<Step> steps =
      plan(algorithm, trace.temperature != 1, settings.temperature_order);
  const std::vector<double>& held = trace.runs[0].stages[0].computed;
  std::vector<std::vector<double>> rows = compute_rows(steps, held, trace.temperature, settings);
  Run run{algorithm, {}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    run.stages.push_back({steps[i], std::move(rows[i]), {}, {}});
  }
  run.stages.back().reference = trace.runs[0].stages.back().reference;
  run.stages.back().local = run.stages.back().reference;
  return run;
}

/// One row of logits through every algorithm and order: 17 runs, one certified reference.
void try_all(const std::vector<Given>& logits, const Settings& settings, Claim claim,
             Table& table) {
  Trace t = trace(logits, settings, std::array{Algorithm::shifted});
  for (const SumOrder order : orders) {
    t.settings.order = order;
    for (const Algorithm algorithm : algorithms) {
      if (algorithm == Algorithm::online && order != SumOrder::sequential) { continue; }
      for (const Bound& bound : bounds(computed_run(t, algorithm), t)) {
        const Line line{bound.name, t.format().name, algorithm, order};
        table[line][logits.size()].take(bound, claim);
      }
    }
  }
}

}  // namespace

void plain(Random& /*random*/, Settings& settings) {
  settings.accumulator = settings.arithmetic.format;
}

void varied(Random& random, Settings& settings) {
  const Format& format = settings.arithmetic.format;
  const double temperature = round_to_format(random.between(0.25, 4), format);
  settings.temperature = Given::from_double(random.coin() ? temperature : 1);
  settings.temperature_order =
      random.coin() ? TemperatureOrder::subtract_first : TemperatureOrder::scale_first;
  settings.accumulator = parse_format(random.any_of(formats));
  settings.arithmetic.exp = random.coin() ? ExpSource::libm : ExpSource::correctly_rounded;
}

Table run_trials(const std::vector<Rows>& rows, Conditions conditions, Claim claim) {
  Table table;
  Random random(seed);
  for (const char* const name : formats) {
    const Format format = parse_format(name);
    for (const auto& [n, count] : rows) {
      for (std::size_t row = 0; row < count; ++row) {
        std::vector<Given> logits = random_logits(random, n, format);
        Settings settings{{format}};
        conditions(random, settings);
        const bool masks = conditions == varied && format.overflow == Overflow::to_infinity;
        if (masks) { mask_some(random, logits); }
        try_all(logits, settings, claim, table);
      }
    }
  }
  return table;
}

}  // namespace softmax::trials
