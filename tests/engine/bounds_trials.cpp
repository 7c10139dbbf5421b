#include "tests/engine/bounds_trials.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <utility>

#include "engine/compute.hpp"

namespace softmax::trials {
namespace {

constexpr std::array<const char*, 7> formats = {"e4m3fn",   "e5m2",     "3,-60,60", "bfloat16",
                                                "binary16", "binary32", "binary64"};
constexpr std::array algorithms = {Algorithm::unshifted, Algorithm::unshifted_division_free,
                                   Algorithm::shifted, Algorithm::division_free, Algorithm::online};
constexpr std::array orders = {SumOrder::sequential, SumOrder::reverse, SumOrder::pairwise,
                               SumOrder::compensated};

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
        const Cell cell{bound.name, t.format().name, algorithm, order, logits.size()};
        table[cell].take(bound, claim);
      }
    }
  }
}

std::string percent(std::size_t part, std::size_t whole) {
  return fmt::format("{:.0f}%", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

/// "0.413   0%   2%": the worst, the vacuous share, the share where it does not apply.
std::string text(const Tally& tally) {
  const std::string worst =
      tally.promises() == 0 ? "-" : fmt::format("{:.3f}{}", tally.worst, tally.exceeded ? "!" : "");
  return fmt::format("{:>6} {:>5} {:>5}", worst, percent(tally.vacuous, tally.trials),
                     percent(tally.not_applicable, tally.trials));
}

std::set<std::size_t> sizes_of(const Table& table) {
  std::set<std::size_t> sizes;
  for (const auto& [cell, tally] : table) { sizes.insert(cell.n); }
  return sizes;
}

/// One line of the table: a format, an algorithm, an order. Empty if it applied nowhere.
std::string line(const Table& table, Cell cell, const std::set<std::size_t>& sizes) {
  std::string columns;
  bool applied = false;
  for (const std::size_t n : sizes) {
    cell.n = n;
    const auto found = table.find(cell);
    if (found == table.end()) { return ""; }
    applied = applied || found->second.not_applicable < found->second.trials;
    columns += fmt::format(" {:>20}", text(found->second));
  }
  if (!applied) { return ""; }
  return fmt::format("{:9} {:24} {:12}{}\n", cell.format, name(cell.algorithm), name(cell.order),
                     columns);
}

}  // namespace

void Tally::take(const Bound& bound, Claim claim) {
  ++trials;
  if (!bound.applies) {
    ++not_applicable;
    return;
  }
  double& worst_here = bound.vacuous ? worst_vacuous : worst;
  worst_here = std::max(worst_here, bound.ratio.value());
  if (bound.vacuous) {
    ++vacuous;
    return;
  }
  const double claimed = claim == Claim::third ? bound.in_u.value() / 3 : bound.in_u.value();
  const bool kept = bound.measured_in_u.value() <= claimed;  // which a NaN does not
  exceeded += kept ? 0U : 1U;
}

Tally& Tally::operator+=(const Tally& more) {
  trials += more.trials;
  not_applicable += more.not_applicable;
  vacuous += more.vacuous;
  exceeded += more.exceeded;
  worst = std::max(worst, more.worst);
  worst_vacuous = std::max(worst_vacuous, more.worst_vacuous);
  return *this;
}

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

Tally total(const Table& table, const std::string& bound, std::optional<Algorithm> algorithm) {
  Tally sum;
  for (const auto& [cell, tally] : table) {
    if (cell.bound == bound && cell.algorithm == algorithm.value_or(cell.algorithm)) {
      sum += tally;
    }
  }
  return sum;
}

std::string text(const Table& table, const std::string& bound) {
  const std::set<std::size_t> sizes = sizes_of(table);
  std::string out = fmt::format("{:47}", bound);
  for (const std::size_t n : sizes) { out += fmt::format(" {:>18}", fmt::format("n = {}", n)); }
  out += '\n';
  for (const char* const format : formats) {
    for (const Algorithm algorithm : algorithms) {
      for (const SumOrder order : orders) {
        out += line(table, {bound, format, algorithm, order, 0}, sizes);
      }
    }
  }
  return out;
}

std::string summary(const Table& table) {
  std::string out;
  for (const char* const bound : {"normwise", "componentwise"}) {
    for (const Algorithm algorithm : algorithms) {
      const Tally tally = total(table, bound, algorithm);
      if (tally.trials == 0) { continue; }
      out += fmt::format(
          "{:14} {:24} {:7} bounds below 1, exceeded {}, worst {:.3f}; where vacuous {:.3f}\n",
          bound, name(algorithm), tally.promises(), tally.exceeded, tally.worst,
          tally.worst_vacuous);
    }
  }
  return out;
}

}  // namespace softmax::trials
